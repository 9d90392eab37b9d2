// Opens the page as a reader does, in a profile of its own, and watches what it says and asks for.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What WCAG 2.2 AA asks for, and what is good practice beside. */
const RULES = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
/** Simulating takes its time on a slow machine. */
export const PATIENCE = 90_000;

/** A picture without the styles that the driver would write into the page, which its policy refuses. */
export const PLAIN = { caret: "initial", animations: "allow" };

/** A browser that keeps nothing for a page: whoever asks for what it kept is refused. */
export function withoutStorage() {
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    Object.defineProperty(globalThis, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

export class Opener {
  constructor(browser, file, faults, pictures) {
    Object.assign(this, { browser, faults, pictures, contexts: [], address: pathToFileURL(file).href, file });
  }

  /** A page that is ready; `hash` is what follows the address, `first` is run in it before its own scripts. */
  async open({ width = 1366, height = 768, language = "en", dark = false, hash = "", still = false, first = () => {} } = {}) {
    const where = `${language} ${width}x${height}${dark ? " dark" : ""}`;
    const context = await this.browser.newContext({
      viewport: { width, height },
      locale: language === "fr" ? "fr-FR" : "en-GB",
      colorScheme: dark ? "dark" : "light",
      reducedMotion: still ? "reduce" : "no-preference",
      acceptDownloads: true,
    });
    this.contexts.push(context);
    await context.addInitScript(first);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("console", (message) => this.faults.add(where, `console: ${message.text()}`));
    page.on("pageerror", (error) => this.faults.add(where, `error: ${error.message}`));
    page.on("dialog", (dialog) => {
      this.faults.add(where, `a script said ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("blob:") && !url.startsWith("data:") && url.split("#")[0] !== this.address) this.faults.add(where, `asked for ${url}`);
    });
    await page.goto(`${this.address}${hash && `#${hash}`}`);
    await page.waitForSelector("html[data-ready]", { timeout: PATIENCE });
    return page;
  }

  async closeAll() {
    for (const context of this.contexts.splice(0)) await context.close();
  }

  async picture(page, name) {
    if (this.pictures) await page.screenshot({ path: join(this.pictures, `${name}.png`), ...PLAIN });
  }

  /** What axe objects to. */
  async objections(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate((rules) => globalThis.axe.run(rules), RULES);
    return violations.map(({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.length}), such as ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary ?? ""}`);
  }

  async inspect(page, where) {
    for (const objection of await this.objections(page)) this.faults.add(where, objection);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) this.faults.add(where, `the page scrolls sideways by ${wide} px`);
  }
}

/** The text of an element. */
export function textOf(page, selector) {
  return page.locator(selector).first().innerText();
}

/** Bets, and goes straight to the last month. */
export async function toTheEnd(page, bet = "same") {
  await page.click(bet === "skip" ? "#skip-bet" : `#bet-${bet}`);
  await page.click("#to-the-end");
  await page.waitForSelector("#luck-open", { timeout: PATIENCE });
}

/** Moves the bar of time to a month, as dragging it does. */
export async function scrubTo(page, month) {
  await page.$eval("#month", (range, to) => {
    range.value = String(to);
    range.dispatchEvent(new Event("input", { bubbles: true }));
  }, month);
}

/** Opens an entry of the menu of tools. */
export async function tool(page, id) {
  await page.click("#menu-open");
  await page.click(`#${id}`);
}

export async function closeDialog(page) {
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
}
