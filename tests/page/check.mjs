// Opens reports from the disk in Chromium, as a reader does, and holds them to what they promise: nothing on the console, no
// request, nothing that axe objects to in light and in dark, no sideways scroll of the page on a desk or a phone, a PDF;
// and their HTML is valid.
//
//     node check.mjs FOLDER [FOLDER FOR PICTURES]
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const [folder, pictures] = process.argv.slice(2).map((path) => resolve(path));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // What follows is style: all on one line is shorter, and an SVG writes its elements closed.
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "no-raw-characters": "off",
    "long-title": "off",
    // A region that scrolls must be reached by the keyboard.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
  },
});

async function opened(browser, file, { width, dark }) {
  const where = `${file} at ${width} px in ${dark ? "dark" : "light"}`;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light" });
  page.on("console", (message) => fault(where, `console: ${message.text()}`));
  page.on("pageerror", (error) => fault(where, `error: ${error.message}`));
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const address = pathToFileURL(join(folder, file)).href;
  await page.goto(address);
  // Numbers under charts are part of the page, shown or not.
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  for (const { id, help, nodes } of violations) {
    fault(where, `axe ${id}: ${help} (${nodes.length}), such as ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary ?? ""}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(where, `the page scrolls sideways by ${wide} px`);
  const parts = await page.evaluate(() => [...document.querySelectorAll("main > section > h2")].map((part) => part.textContent.trim()));
  const expected = { note: 0, report: 10, annex: 7 }[file.split(".")[0]];
  if (parts.length !== expected) fault(where, `${parts.length} parts, not ${expected}`);
  const cut = await page.evaluate(() => {
    const out = [];
    for (const text of document.querySelectorAll("figure svg text")) {
      const svg = text.ownerSVGElement.viewBox.baseVal, box = text.getBBox();
      if (box.x < -1 || box.x + box.width > svg.width + 1 || box.y < -1 || box.y + box.height > svg.height + 1) {
        out.push(`${text.ownerSVGElement.querySelector("title").textContent}: ${text.textContent}`);
      }
    }
    return out;
  });
  for (const text of cut.slice(0, 5)) fault(where, `words leave their chart: ${text}`);
  for (const url of asked.filter((url) => url !== address)) fault(where, `asked for ${url}`);
  return page;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
if (pictures) mkdirSync(pictures, { recursive: true });
for (const file of ["note", "report", "annex"].flatMap((name) => [`${name}.en.html`, `${name}.fr.html`])) {
  const report = validator.validateStringSync(readFileSync(join(folder, file), "utf8"));
  for (const { messages } of report.results) {
    for (const { ruleId, message, line } of messages.slice(0, 10)) fault(`${file}:${line}`, `${ruleId}: ${message}`);
  }
  for (const [width, dark] of [[1366, false], [1366, true], [390, false], [390, true]]) {
    const page = await opened(browser, file, { width, dark });
    if (pictures) await page.screenshot({ path: join(pictures, `${file}-${width}-${dark ? "dark" : "light"}.png`), fullPage: true });
    if (width === 1366 && !dark) {
      const pdf = await page.pdf({ preferCSSPageSize: true, path: pictures && join(pictures, `${file}.pdf`) });
      if (pdf.length < 10_000) fault(file, `its PDF has ${pdf.length} bytes`);
      // The bound on printed pages: two for a council, twenty for the report; the annex may be long.
      const printed = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
      const most = { note: 2, report: 20, annex: 200 }[file.split(".")[0]];
      if (printed < 1 || printed > most) fault(file, `${printed} printed pages, ${most} at most`);
      console.log(`${file}: ${printed} printed pages`);
    }
    await page.close();
  }
}
await browser.close();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log("notes, reports and annexes: valid, nothing asked for, nothing axe objects to, nothing cut");
