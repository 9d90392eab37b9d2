// Browsers that lack something: without WebAssembly the page says so, without storage it works.
import { chromium } from "playwright-core";
import { PATIENCE, toTheEnd, withoutStorage } from "./opener.mjs";

export async function lacking(opener, faults) {
  await withoutModel(opener, faults);
  const page = await opener.open({ first: withoutStorage });
  await toTheEnd(page);
  faults.expect("no storage", "the storage is blocked", await page.evaluate(() => {
    try {
      return !globalThis.localStorage;
    } catch {
      return true;
    }
  }));
}

/** In each language, as somebody reads it. A browser hardened so that it compiles nothing has no WebAssembly either. */
async function withoutModel(opener, faults) {
  const options = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--js-flags=--jitless"] };
  const browser = await chromium.launch(options);
  for (const locale of ["en-GB", "fr-FR"]) {
    const where = `no WebAssembly, ${locale}`;
    const page = await browser.newPage({ locale });
    page.on("pageerror", ({ message }) => faults.expect(where, "no other error", message.startsWith("hameau needs WebAssembly"), message));
    await page.goto(opener.address);
    await page.waitForSelector("dialog[open] pre", { timeout: PATIENCE });
    const said = await page.innerText("dialog[open]");
    faults.expect(where, "it is said in English", said.includes("hameau needs WebAssembly"), said);
    faults.expect(where, "it is said in French", said.includes("hameau a besoin de WebAssembly"), said);
    faults.expect(where, "no error of a script is shown", !/Error|undefined|not defined/.test(said), said);
    faults.equal(where, "dialogs", await page.locator("dialog").count(), 1);
    await opener.inspect(page, where);
    await opener.picture(page, where.replaceAll(/[ ,]+/g, "-"));
  }
  await browser.close();
}
