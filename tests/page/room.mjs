// A room that votes, in Chromium: the wall that `hameau workshop --room` serves, and phones in both languages.
//
//     HAMEAU=PROGRAM node room.mjs [FOLDER FOR PICTURES]
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import jsQR from "jsqr";
import { chromium } from "playwright-core";
import { valid } from "./workshop/text.mjs";
import { PLAIN, withoutStorage } from "./workshop/opener.mjs";
import { Faults } from "./workshop/faults.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
const PATIENCE = 90_000;
const pictures = process.argv[2] && resolve(process.argv[2]);
if (pictures) mkdirSync(pictures, { recursive: true });
const faults = new Faults();

const server = spawn(process.env.HAMEAU, ["workshop", "--room", "--port", "0", "--quiet"], { stdio: ["ignore", "pipe", "ignore"] });
const ended = new Promise((done) => server.on("exit", (code) => done(code)));
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
const [wallAddress, phoneAddress] = [(await lines.next()).value, (await lines.next()).value];
const origin = new URL(wallAddress).origin;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  valid(faults, "the phone's page", withoutScripts(await (await fetch(phoneAddress)).text()));
  valid(faults, "the wall", withoutScripts(await (await fetch(`${origin}/wall`)).text()));
  await session();
} catch (error) {
  faults.add("room", error.stack ?? String(error));
}
await browser.close();
server.kill("SIGINT");
faults.equal("the program", "its exit code", await ended, 0);
if (faults.all.length > 0) {
  console.error(faults.all.join("\n"));
  process.exit(1);
}
console.log("the room votes as it should");

function withoutScripts(page) {
  return page.replace(/(<script[^>]*>)[\s\S]*?(<\/script>)/g, "$1$2");
}

/** A browser of somebody's own, watched. */
async function open(where, address, { width, height, language, dark = false, first = () => {} }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: language === "fr" ? "fr-FR" : "en-GB", colorScheme: dark ? "dark" : "light" });
  await context.addInitScript(first);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => faults.add(where, `console: ${message.text()}`));
  page.on("pageerror", (error) => faults.add(where, `error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.origin !== origin) faults.add(where, `asked for ${request.url()}`);
  });
  await page.goto(address);
  return page;
}

async function inspect(page, frame, where) {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate((rules) => globalThis.axe.run(rules), RULES);
  for (const { id, help, nodes } of violations) faults.add(where, `axe ${id}: ${help}, such as ${nodes[0].html.slice(0, 160)}`);
  const wide = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  faults.expect(where, `the page scrolls sideways by ${wide} px`, wide <= 0);
  if (pictures) await page.screenshot({ path: join(pictures, `${where.replaceAll(" ", "-")}.png`), ...PLAIN });
}

async function session() {
  const wall = await open("wall", wallAddress, { width: 1366, height: 768, language: "fr" });
  await wall.waitForFunction(() => document.getElementById("page").contentDocument?.documentElement.dataset.ready, null, { timeout: PATIENCE });
  const page = wall.frames().find((frame) => frame !== wall.mainFrame());
  await page.waitForSelector("#room-open");
  faults.equal("wall", "the address shown", await page.textContent("#room-address"), phoneAddress);
  faults.equal("wall", "what the code holds", await scanned(page), phoneAddress);
  faults.expect("wall", "it says that only this machine reaches it", await page.isVisible("#room-here"));

  const french = await open("phone fr", phoneAddress, { width: 390, height: 844, language: "fr" });
  const english = await open("phone en", phoneAddress, { width: 390, height: 844, language: "en", dark: true });
  for (const phone of [french, english]) await phone.waitForSelector("#privacy:not(:empty)");
  await inspect(french, french.mainFrame(), "phone waiting");
  faults.equal("phone", "bets before a question", await french.locator("#bets button").count(), 0);

  await page.click("#room-open");
  await page.waitForSelector("#room-count");
  for (const phone of [french, english]) await phone.waitForSelector("#bets button:nth-child(3)");
  faults.equal("phone fr", "the question", await french.textContent("#question"), await page.textContent("#question"));
  faults.equal("phone fr", "the bets", await french.locator("#bets button").allTextContents(), await page.locator(".bet span").allTextContents());
  faults.expect("phone en", "another language", (await english.textContent("#question")) !== (await french.textContent("#question")));
  for (const [where, phone] of [["phone fr", french], ["phone en", english]]) {
    const small = await phone.$$eval("button", (all) => all.filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 44).length);
    faults.equal(where, "targets below 44 px", small, 0);
    await inspect(phone, phone.mainFrame(), where);
  }

  await french.click("#bets button:nth-child(1)");
  await counted(page, 1);
  await english.click("#bets button:nth-child(1)");
  await counted(page, 2);
  await english.click("#bets button:nth-child(3)");
  await english.waitForSelector("#bets button:nth-child(3)[aria-pressed=true]");
  await english.waitForFunction(() => document.getElementById("said").textContent.startsWith("Your bet is counted"));
  await french.reload();
  await french.waitForSelector("#bets button:nth-child(2)");
  await french.click("#bets button:nth-child(2)");
  await french.waitForFunction(() => document.getElementById("said").textContent.startsWith("Votre pari est compté"));
  await inspect(french, french.mainFrame(), "phone voted");
  faults.equal("wall", "votes after two phones changed their mind", await page.getAttribute("#room-count", "data-votes"), "2");
  faults.expect("wall", "nobody sees how the room votes before it has", (await page.locator("#room-bars").count()) === 0);
  await inspect(wall, page, "wall open");
  await page.click("#room-large");
  await inspect(wall, page, "wall large");
  await wall.keyboard.press("Escape");

  // Running closes the vote: nobody bets on what has been seen.
  await page.click("#bet-same");
  await page.click("#to-the-end");
  await page.waitForSelector("#room-bars", { timeout: PATIENCE });
  faults.equal("wall", "the counts", await page.locator("#room-bars strong").allTextContents(), ["0", "1", "1"]);
  await english.waitForSelector("#bets button:disabled");
  faults.expect("phone en", "that the vote is closed", (await english.textContent("#said")).startsWith("The vote is closed"));
  await inspect(wall, page, "wall closed");

  // Another story is another question.
  await page.click("#story-empty-place");
  await page.waitForSelector("#room-open");
  faults.equal("wall", "bars of the question before", await page.locator("#room-bars").count(), 0);
  await page.click("#room-open");
  await english.waitForSelector("#bets button:enabled");
  await english.click("#bets button:nth-child(2)");
  await counted(page, 1);
  // A phone that keeps nothing votes, and may change its mind, as long as its page is open.
  const forgetful = await open("phone without storage", phoneAddress, { width: 390, height: 844, language: "en", first: withoutStorage });
  await forgetful.click("#bets button:nth-child(3)");
  await counted(page, 2);
  await forgetful.click("#bets button:nth-child(2)");
  await forgetful.waitForSelector("#bets button:nth-child(2)[aria-pressed=true]");
  await page.click("#room-close");
  await page.waitForSelector("#room-bars");
  faults.equal("wall", "the counts of the second question", await page.locator("#room-bars strong").allTextContents(), ["0", "2", "0"]);
  await inspect(wall, page, "wall second");

  const stranger = await open("stranger", `${origin}/`, { width: 1366, height: 768, language: "en" });
  await stranger.waitForSelector("html[data-ready]", { timeout: PATIENCE });
  faults.equal("the page by itself", "rooms", await stranger.locator("#room").count(), 0);
}

function counted(page, votes) {
  return page.waitForFunction((wanted) => document.getElementById("room-count")?.dataset.votes === String(wanted), votes);
}

/** What a phone's camera reads. */
async function scanned(page) {
  const code = await page.$("#room .qr svg");
  await code.scrollIntoViewIfNeeded();
  const picture = (await code.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (from) => {
    const image = new Image();
    image.src = `data:image/png;base64,${from}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
  }, picture);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}
