// What can be changed: levers, instruments, assumptions, the world, and scenarios as files with the mistakes of `check`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PATIENCE, closeDialog, tool, toTheEnd } from "./opener.mjs";
import { streamed } from "./course.mjs";

export async function changing(opener, faults) {
  await levers(opener, faults);
  faults.equal("levers", "a change in haste ends as one made at leisure", await afterChange(opener, true), await afterChange(opener, false));
  await files(opener, faults);
}

/** What is seen at the end after another scenario was chosen for B, in haste while both worlds are still being opened. */
async function afterChange(opener, haste) {
  const page = await opener.open();
  await page.click("#levers-policy-title");
  await page.evaluate(async (waits) => {
    document.getElementById("story-free").click();
    if (waits) await new Promise((done) => setTimeout(done, 3_000));
    const choice = document.getElementById("scenario");
    choice.value = "hameau:shared-place";
    choice.dispatchEvent(new Event("change"));
  }, !haste);
  await page.waitForFunction(() => document.querySelector('[data-slot="b"] h2').textContent.includes("shared place") && Number(document.getElementById("month").max) > 1, null, { timeout: PATIENCE });
  await toTheEnd(page, "skip");
  const seen = await ends(page);
  await page.close();
  return seen;
}

async function levers(opener, faults) {
  const page = await opener.open();
  await toTheEnd(page, "skip");
  const before = await ends(page);
  await page.click("#levers-policy-title");
  await page.locator("#levers-policy details summary").first().click();
  const number = page.locator("#levers-policy details input[type=number]").first();
  const [id, was] = [await number.getAttribute("id"), Number(await number.inputValue())];
  await page.click(`[id="${id}-more"]`);
  await page.waitForFunction(([at, value]) => Number(document.getElementById(at).value) > value, [id, was], { timeout: PATIENCE });
  await page.locator(`[id="${id}"]`).fill(String((was + 5) * 3));
  await page.keyboard.press("Enter");
  await page.waitForFunction((earlier) => document.getElementById("luck-open") && JSON.stringify([...document.querySelectorAll(".end")].map((end) => end.textContent)) !== earlier, before, { timeout: PATIENCE });
  faults.expect("levers", "it is no story any more", (await page.getAttribute("#story-free", "aria-current")) === "true");
  // The same from the keyboard, on the slider.
  const slider = page.locator("#levers-policy details input[type=range]").first();
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.getElementById("luck-open"), null, { timeout: PATIENCE });
  await opener.inspect(page, "levers open");
  await opener.picture(page, "levers");
  // A month that is none is refused, and told.
  const until = page.locator("[id$='-until']").first();
  await until.fill("2022-13");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#complaint:not([hidden])");
  faults.expect("levers", "a mistake is told as check tells it", (await page.textContent("#complaint")).startsWith("error"), await page.textContent("#complaint"));
  const entries = await page.locator("#levers-policy > div > details").count();
  await page.selectOption("#add-instrument", "mixed_works_fund");
  await page.click("#add");
  await page.waitForFunction((count) => document.querySelectorAll("#levers-policy > div > details").length === count + 1, entries, { timeout: PATIENCE });
  await page.locator("#levers-policy > div > details > summary").last().click();
  await page.locator("[id$='-drop']").last().click();
  await page.waitForFunction((count) => document.querySelectorAll("#levers-policy > div > details").length === count, entries, { timeout: PATIENCE });
  await page.selectOption("#scenario", "hameau:shared-place");
  await page.waitForFunction(() => document.querySelector('[data-slot="b"] h2').textContent.includes("shared place"), null, { timeout: PATIENCE });
  await page.click("#levers-assumed-title");
  await page.click("#assumed-cooperation-title");
  faults.expect("assumptions", "they have sources", (await page.locator("#levers-assumed .source").count()) > 3);
  const assumed = page.locator("#levers-assumed input[type=number]").first();
  const key = (await assumed.getAttribute("id")).replace("assumed-", "");
  await page.locator("#levers-assumed .controls button").nth(1).click();
  // Both worlds are founded anew before their files say so.
  for (let tries = 0; tries < 40; tries += 1) {
    await page.waitForTimeout(500);
    await tool(page, "files");
    const written = await Promise.all(["a", "b"].map((slot) => page.inputValue(`#toml-${slot}`)));
    if (written.every((toml) => toml.includes(key.split(".")[1]))) break;
    if (tries < 39) await closeDialog(page);
  }
  for (const slot of ["a", "b"]) {
    const toml = await page.inputValue(`#toml-${slot}`);
    faults.expect("assumptions", `${key} is written in ${slot}`, toml.includes(key.split(".")[1]), toml.slice(0, 300));
  }
  await closeDialog(page);
  await page.click("#levers-world-title");
  const world = Number(await page.inputValue("#replicate"));
  await page.click("#another-world");
  await page.waitForFunction((next) => Number(document.getElementById("replicate").value) === next, world + 1);
}

function ends(page) {
  return page.evaluate(() => JSON.stringify([...document.querySelectorAll(".end")].map((end) => end.textContent)));
}

async function files(opener, faults) {
  const page = await opener.open({ language: "fr" });
  await tool(page, "files");
  const [saved] = await Promise.all([page.waitForEvent("download"), page.click("#save-b")]);
  const toml = await streamed(await saved.createReadStream());
  faults.equal("files", "what was saved", toml, await page.inputValue("#toml-b"));
  const folder = mkdtempSync(join(tmpdir(), "hameau-"));
  const wrong = 'base = "hameau:baseline"\nname = "x"\n[travel]\nspeed_kmh = 50\n[[programme]]\ninstrument = "shared_plaice"\nname = "p"\nfrom = "2022-13"\n';
  writeFileSync(join(folder, "scenario.toml"), wrong);
  await page.setInputFiles("#open-a", join(folder, "scenario.toml"));
  await page.waitForSelector("#mistakes:not([hidden])");
  const told = await page.textContent("#mistakes");
  faults.expect("files", "mistakes are told with their places", told.includes("scenario.toml:4") && told.includes("shared_plaice"), told);
  await opener.inspect(page, "mistakes");
  if (process.env.HAMEAU) faults.equal("files", "the mistakes", told.trim(), checked(folder).trim());
  writeFileSync(join(folder, "mine.toml"), readFileSync(join(folder, "scenario.toml"), "utf8").split("[travel]")[0]);
  await page.setInputFiles("#open-a", join(folder, "mine.toml"));
  await page.waitForFunction(() => document.querySelector('[data-slot="a"] h2').textContent.includes("x"));
  await closeDialog(page);
  faults.expect("files", "a new scenario wants a new bet", await page.isDisabled("#run"));
}

// The command is asked in the language of the page, and answers from another folder than the one this test was started in, so its own path is made whole.
function checked(folder) {
  const run = spawnSync(resolve(process.env.HAMEAU), ["check", "scenario.toml", "--lang", "fr"], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  if (run.error) throw run.error;
  return run.stdout + run.stderr;
}
