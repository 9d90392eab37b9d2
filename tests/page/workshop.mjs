// Drives the workshop page in Chromium, opened from the disk as from a USB stick: every interaction, in both languages,
// and what it promises to everybody: nothing on the console, no request, nothing that axe objects to.
//
//     node workshop.mjs PAGE [FOLDER FOR PICTURES]
//
// HAMEAU names the program, with whose `check` the page's mistakes are compared; without it that comparison is left out.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { changing } from "./workshop/changing.mjs";
import { course } from "./workshop/course.mjs";
import { Faults } from "./workshop/faults.mjs";
import { lacking } from "./workshop/lacking.mjs";
import { looking } from "./workshop/looking.mjs";
import { luck } from "./workshop/luck.mjs";
import { Opener } from "./workshop/opener.mjs";
import { sabotage } from "./workshop/sabotage.mjs";
import { sharing } from "./workshop/sharing.mjs";
import { showing } from "./workshop/showing.mjs";
import { text } from "./workshop/text.mjs";

const [file, pictures] = process.argv.slice(2).map((path) => resolve(path));
const only = process.env.PARTS?.split(",");
const faults = new Faults();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
if (pictures) mkdirSync(pictures, { recursive: true });
const opener = new Opener(browser, file, faults, pictures);
for (const part of [text, course, looking, changing, luck, sharing, showing, sabotage, lacking]) {
  if (only && !only.includes(part.name)) continue;
  const began = Date.now();
  try {
    await part(opener, faults);
  } catch (error) {
    faults.add(part.name, error.stack ?? String(error));
  }
  await opener.closeAll();
  console.log(`${part.name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
await browser.close();
if (faults.all.length > 0) {
  console.error(faults.all.join("\n"));
  process.exit(1);
}
console.log("the workshop page does what it promises");
