// A link carries everything into another profile, its code can be photographed, and no link does harm.
import { deflateRawSync } from "node:zlib";
import jsQR from "jsqr";
import { PATIENCE, scrubTo, textOf, tool, toTheEnd } from "./opener.mjs";

export async function sharing(opener, faults) {
  const page = await opener.open({ language: "fr" });
  await page.click("#story-facilitator-leaves");
  await page.waitForFunction(() => document.querySelector("#story-facilitator-leaves[aria-current]") && Number(document.getElementById("month").max) > 1);
  await toTheEnd(page, "more");
  await scrubTo(page, 61);
  const wanted = await state(page);
  await tool(page, "share");
  await page.waitForSelector("#link");
  const link = await page.inputValue("#link");
  faults.equal("code", "what a phone reads", await scanned(page), link);
  await opener.picture(page, "share");
  const digests = await digest(page);
  const other = await opener.open({ language: "en", hash: link.split("#")[1] });
  await other.waitForFunction(() => document.getElementById("month").value === "61", null, { timeout: PATIENCE });
  faults.equal("link", "what another profile shows", await state(other), wanted);
  await tool(other, "share");
  await other.waitForSelector("#link");
  faults.equal("link", "digests", await digest(other), digests);
  faults.expect("link", "digests are digests", digests.every((one) => /^[0-9a-f]{16}$/.test(one)) && digests[0] !== digests[1], digests);
  await opener.closeAll();
  await changed(opener, faults);
  await fuzz(opener, faults);
}

function state(page) {
  return page.evaluate(() => ({
    language: document.documentElement.lang,
    month: document.getElementById("month").value,
    story: document.querySelector("#band [aria-current]")?.id,
    bet: document.querySelector(".bet-made")?.textContent,
    sentences: [...document.querySelectorAll(".sentence")].map((sentence) => sentence.textContent),
  }));
}

async function digest(page) {
  await page.click("#digest");
  await page.waitForSelector("#digest-b", { timeout: PATIENCE });
  return [await textOf(page, "#digest-a"), await textOf(page, "#digest-b")];
}

/** Reads the code as a camera would. */
async function scanned(page) {
  const { side, dark } = await page.$eval(".qr svg", (svg) => ({ side: svg.viewBox.baseVal.width, dark: svg.lastChild.getAttribute("d") }));
  const scale = 4;
  const wide = side * scale;
  const pixels = new Uint8ClampedArray(wide * wide * 4).fill(255);
  for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)h1/g)) {
    for (let dy = 0; dy < scale; dy += 1) for (let dx = 0; dx < scale; dx += 1) pixels.fill(0, 4 * ((y * scale + dy) * wide + x * scale + dx), 4 * ((y * scale + dy) * wide + x * scale + dx) + 3);
  }
  return (jsQR.default ?? jsQR)(pixels, wide, wide)?.data;
}

/** A link with scenarios of one's own. */
async function changed(opener, faults) {
  const toml = 'base = "hameau:baseline"\nname = "mine"\n[simulation]\nduration_months = 24\n';
  const page = await opener.open({ hash: plain({ a: toml, b: "hameau:attraction", seed: 7, replicate: 3, bet: "skip", month: 12, language: "en" }) });
  await page.waitForFunction(() => document.getElementById("month").value === "12", null, { timeout: PATIENCE });
  faults.equal("link", "months of a scenario in a link", await page.getAttribute("#month", "max"), "24");
}

const plain = (value) => `0${Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url")}`;
const packed = (text) => `1${deflateRawSync(Buffer.from(text)).toString("base64url")}`;

/** Each of these is refused with a sentence, and the first story is told. */
async function fuzz(opener, faults) {
  const script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  const links = {
    "no base64": "1***", torn: "1abcd", "another kind": "9abc", "no JSON": plain("{"), "a list": plain([1]), nothing: plain("null"),
    "an unknown key": plain({ [script]: 1 }), "a prototype": plain('{"__proto__": {"x": 1}}'), constructor: plain({ constructor: 1 }),
    "an unknown story": plain({ story: script }), "a huge seed": plain({ seed: 1e300 }), "a negative world": plain({ replicate: -1 }), "a broken world": plain({ replicate: 0.5 }),
    "a month of text": plain({ month: "12" }), "a month beyond": plain({ story: "village", month: 99_999 }), "another language": plain({ language: "de" }),
    "a commune beyond": plain({ commune: 1e9 }), "a resident of tags": plain({ resident: script }), "a scenario of tags": plain({ a: script, b: script }),
    "a scenario with mistakes": plain({ a: 'base = "hameau:nowhere"' }), "a scenario that is long": plain({ a: "#".repeat(15_000) }),
    "a text that unfolds": packed(`{"a":"${" ".repeat(5_000_000)}"}`), "a link that is long": "1" + "A".repeat(30_000),
  };
  for (const [what, hash] of Object.entries(links)) {
    const page = await opener.open({ hash });
    const refused = await page.waitForSelector("#refused[open]", { timeout: 5_000 }).catch(() => null);
    if (faults.expect("fuzz", `${what} is refused`, refused)) {
      const why = await textOf(page, "#refused-why");
      faults.expect("fuzz", `${what} is refused with a sentence`, why.length > 10, why);
    }
    faults.expect("fuzz", `${what} leaves the page alone`, (await page.locator("#dialogs img, #dialogs script").count()) === 0);
    await page.keyboard.press("Escape");
    faults.expect("fuzz", `the page works after ${what}`, (await page.locator("input[name=bet]").count()) === 3 && (await page.getAttribute("html", "data-failed")) === null);
    await opener.closeAll();
  }
}
