// Measures the workshop page in Chromium without a graphics card; figures, not verdicts.
//
//     node workshop-bench.mjs PAGE
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const address = pathToFileURL(resolve(process.argv[2])).href;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

async function opened(hash = "") {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(() => {
    globalThis.long = [];
    new MutationObserver(() => (globalThis.readyAt ??= document.documentElement?.dataset.ready && Math.round(performance.now()))).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
    new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: "longtask", buffered: true });
  });
  const began = Date.now();
  await page.goto(`${address}${hash}`);
  await page.waitForSelector("html[data-ready]");
  const seen = Date.now() - began;
  return { page, ready: `${await page.evaluate(() => globalThis.readyAt)} ms after it was asked for by the page's own clock (the driver saw it after ${seen} ms)` };
}

const longest = (page) => page.evaluate(() => ({ count: globalThis.long.length, longest: Math.max(0, ...globalThis.long) }));

for (let turn = 0; turn < 7; turn += 1) {
  const { page, ready } = await opened();
  console.log(`ready ${ready}; tasks over 50 ms: ${JSON.stringify(await longest(page))}`);
  await page.close();
}

{
  const { page } = await opened();
  await page.click("#story-free");
  await page.waitForFunction(() => Number(document.getElementById("month").max) > 1);
  const months = Number(await page.getAttribute("#month", "max"));
  await page.click("#skip-bet");
  let began = Date.now();
  await page.click("#to-the-end");
  await page.waitForSelector("#luck-open", { timeout: 300_000 });
  console.log(`${months} months of A and of B in ${Date.now() - began} ms`);
  await page.click("#levers-policy-title");
  await page.locator("#levers-policy details summary").first().click();
  const more = page.locator("#levers-policy details .controls button").nth(1);
  began = Date.now();
  await more.click();
  await page.waitForFunction(() => document.querySelector(".line-b")?.getAttribute("d").length > 20 && document.querySelector("#luck-open") === null);
  console.log(`first curve after a lever in ${Date.now() - began} ms`);
  await page.waitForSelector("#luck-open", { timeout: 300_000 });
  console.log(`all of it in ${Date.now() - began} ms; tasks over 50 ms so far: ${JSON.stringify(await longest(page))}`);
  await page.close();
}

{
  const { page } = await opened();
  await page.click("#skip-bet");
  await page.click("#to-the-end");
  await page.waitForSelector("#luck-open", { timeout: 300_000 });
  await page.click("#first");
  for (const speed of ["6", "12", "24"]) {
    await page.selectOption("#speed", speed);
    await page.click("#first");
    await page.evaluate(() => (globalThis.long.length = 0));
    await page.click("#play");
    const { frames, slow } = await page.evaluate(
      () =>
        new Promise((done) => {
          const times = [];
          const tick = (now) => {
            times.push(now);
            if (now - times[0] < 4_000) requestAnimationFrame(tick);
            else done({ frames: ((times.length - 1) * 1_000) / (now - times[0]), slow: Math.round(Math.max(...times.slice(1).map((time, index) => time - times[index]))) });
          };
          requestAnimationFrame(tick);
        }),
    );
    console.log(`playing ${speed} months a second: ${frames.toFixed(1)} frames a second, the slowest after ${slow} ms; tasks over 50 ms: ${JSON.stringify(await longest(page))}`);
    if (await page.locator("#play[aria-label], #play").first().isEnabled()) await page.evaluate(() => document.querySelector("#play span").textContent.includes("Pause") && document.getElementById("play").click());
  }
  const began = Date.now();
  await page.keyboard.press("End");
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.querySelectorAll("#luck .pair").length >= 1);
  console.log(`first pair in ${Date.now() - began} ms`);
  for (const wanted of [5, 10, 20]) {
    await page.waitForFunction((count) => document.querySelectorAll("#luck .pair").length >= count, wanted, { timeout: 600_000 });
    console.log(`${wanted} pairs in ${((Date.now() - began) / 1000).toFixed(1)} s; tasks over 50 ms: ${JSON.stringify(await longest(page))}`);
  }
}
await browser.close();
