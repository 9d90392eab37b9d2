// How it looks to everybody: both languages, light and dark, wall, desk, phone, paper, fingers.
import { join } from "node:path";
import { PATIENCE, closeDialog, tool, toTheEnd } from "./opener.mjs";
import { valid } from "./text.mjs";

export async function showing(opener, faults) {
  for (const language of ["fr", "en"]) {
    for (const dark of [false, true]) await desk(opener, faults, language, dark);
    await wall(opener, faults, language);
    await phone(opener, faults, language);
    await paper(opener, faults, language);
  }
  await reflow(opener, faults);
  await still(opener, faults);
}

async function desk(opener, faults, language, dark) {
  const where = `${language}, ${dark ? "dark" : "light"}`;
  const page = await opener.open({ language, dark });
  await opener.inspect(page, `${where}, at the start`);
  await opener.picture(page, `desk-start-${language}-${dark ? "dark" : "light"}`);
  await toTheEnd(page);
  await opener.inspect(page, `${where}, after the run`);
  await opener.picture(page, `desk-end-${language}-${dark ? "dark" : "light"}`);
  valid(faults, `${where}, as rendered`, await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML.replace(/(<script[^>]*>)[\s\S]*?(<\/script>)/g, "$1$2")}`));
  await targets(page, faults, where);
  for (const id of ["share", "files"]) {
    await tool(page, id);
    await page.waitForSelector("dialog[open]");
    await page.waitForTimeout(200);
    await opener.inspect(page, `${where}, ${id}`);
    await closeDialog(page);
  }
  await page.click("#numbers-closure");
  await opener.inspect(page, `${where}, numbers`);
  await closeDialog(page);
  await page.click("#help");
  await opener.inspect(page, `${where}, help`);
  await closeDialog(page);
  await tool(page, "theme");
  await opener.inspect(page, `${where}, the other scheme`);
}

async function wall(opener, faults, language) {
  const page = await opener.open({ language, width: 1920, height: 1080 });
  await page.click("#wall");
  await page.waitForSelector("html.wall");
  await opener.inspect(page, `${language}, wall, at the start`);
  await opener.picture(page, `wall-start-${language}`);
  await toTheEnd(page);
  await opener.inspect(page, `${language}, wall, after the run`);
  await opener.picture(page, `wall-end-${language}`);
  const outside = await page.evaluate(() => [...document.querySelectorAll("#band, #maps .panel, #charts .chart, #bar")].filter((part) => part.getBoundingClientRect().bottom > innerHeight + 1 || part.getBoundingClientRect().right > innerWidth + 1).map((part) => part.id || part.className));
  faults.equal(`${language}, wall`, "parts that leave it", outside, []);
}

async function phone(opener, faults, language) {
  const page = await opener.open({ language, width: 390, height: 844 });
  await opener.inspect(page, `${language}, phone, at the start`);
  await opener.picture(page, `phone-start-${language}`);
  await toTheEnd(page);
  await opener.inspect(page, `${language}, phone, after the run`);
  await targets(page, faults, `${language}, phone`);
  if (opener.pictures) await page.screenshot({ path: join(opener.pictures, `phone-end-${language}.png`), fullPage: true });
}

/** Fingers need 44 pixels, in height at least; what is within a line of text is exempt. */
async function targets(page, faults, where) {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, summary, input:not([type=radio], [type=checkbox]), label.bet")]
      .map((one) => ({ what: one.id || one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ what, box }) => `${what} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`),
  );
  faults.equal(where, "targets smaller than 44 pixels", small, []);
}

async function reflow(opener, faults) {
  for (const language of ["fr", "en"]) {
    const page = await opener.open({ language, width: 320, height: 640 });
    await opener.inspect(page, `${language}, 320 px, at the start`);
    await toTheEnd(page);
    await opener.inspect(page, `${language}, 320 px, after the run`);
    const cut = await page.evaluate(() => [...document.querySelectorAll("#course *, #looking *, #charts h2, #charts button, #charts select, #bar .controls *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80)));
    faults.equal(`${language}, 320 px`, "what is cut", cut, []);
    for (const id of ["share", "files"]) {
      await tool(page, id);
      await page.waitForTimeout(200);
      await opener.inspect(page, `${language}, 320 px, ${id}`);
      await closeDialog(page);
    }
  }
}

/** The worksheet is two pages, before a run and after it. */
async function paper(opener, faults, language) {
  const page = await opener.open({ language });
  for (const story of await page.locator("#band nav button").evaluateAll((all) => all.map(({ id }) => id))) {
    await page.click(`#${story}`);
    await page.waitForFunction((id) => document.querySelector(`#${id}[aria-current]`) && Number(document.getElementById("month").max) > 1, story);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: opener.pictures && join(opener.pictures, `worksheet-${story}-${language}.pdf`) });
    faults.equal(`${language}, worksheet of ${story}`, "pages", (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length, 2);
    await page.emulateMedia({ media: "print" });
    const cut = await page.$$eval(".sheet", (sheets) => sheets.map((sheet) => sheet.scrollHeight - sheet.clientHeight));
    faults.expect(`${language}, worksheet of ${story}`, "nothing is cut", cut.every((over) => over <= 1), cut);
    await page.emulateMedia({ media: "screen" });
  }
}

/** Whoever asks for no motion gets none: a month is there at once. */
async function still(opener, faults) {
  const page = await opener.open({ still: true });
  await page.click("#bet-same");
  await page.click("#next-month");
  await page.waitForFunction(() => document.getElementById("month").value === "1", null, { timeout: PATIENCE });
  const first = await page.$eval("canvas.marks", (canvas) => canvas.toDataURL());
  await page.waitForTimeout(500);
  faults.expect("no motion", "marks stand where they are at once", first === (await page.$eval("canvas.marks", (canvas) => canvas.toDataURL())));
}
