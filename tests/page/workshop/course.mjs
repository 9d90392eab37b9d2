// The course of a session: the bet unlocks Run, time stops at the pauses, going back shows the same, the answer is to the bet.
import { PATIENCE, closeDialog, scrubTo, textOf, toTheEnd } from "./opener.mjs";

export async function course(opener, faults) {
  await gate(opener, faults);
  await answers(opener, faults);
  await stories(opener, faults);
  await keyboard(opener, faults);
  await numbers(opener, faults);
}

async function gate(opener, faults) {
  const page = await opener.open({ language: "fr" });
  faults.expect("gate", "Run is locked before a bet", await page.isDisabled("#run"));
  faults.expect("gate", "so is the bar of time", (await page.isDisabled("#month")) && (await page.isDisabled("#play")));
  await page.keyboard.press("Space");
  faults.equal("gate", "the month after a key before the bet", await page.inputValue("#month"), "0");
  await page.click("#bet-more");
  faults.expect("gate", "Run is unlocked by a bet", await page.isEnabled("#run"));
  await page.selectOption("#speed", "24");
  await page.click("#run");
  await page.waitForFunction(() => Number(document.getElementById("month").value) > 3, null, { timeout: PATIENCE });
  await page.click("#play");
  const stopped = await page.inputValue("#month");
  await page.waitForTimeout(400);
  faults.equal("play", "the month while paused", await page.inputValue("#month"), stopped);
  await page.click("#next-month");
  await page.click("#back-month");
  await page.click("#back-month");
  faults.equal("step", "the month after one step on and two back", Number(await page.inputValue("#month")), Number(stopped) - 1);
  await page.click("#play");
  await page.waitForSelector(".pause", { timeout: PATIENCE });
  const pause = await page.inputValue("#month");
  const seen = await settled(page);
  await opener.inspect(page, "at a pause");
  await page.click("#run");
  await page.waitForFunction((at) => Number(document.getElementById("month").value) > at + 2, Number(pause), { timeout: PATIENCE });
  await scrubTo(page, Number(pause));
  faults.equal("scrubbing back", "what is shown", await settled(page), seen);
  await scrubTo(page, 0);
  faults.expect("scrubbing back", "the first month says so", (await textOf(page, "output.month")).startsWith("Avant"));
}

/** What is shown once nothing moves any more: maps are drawn when there is time, later on a busy machine. */
async function settled(page) {
  let before = [];
  for (let tries = 0; tries < 20; tries += 1) {
    await page.waitForTimeout(600);
    const now = await shown(page);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  return before;
}

/** The maps pixel by pixel (as one number), the month and the sentences. */
async function shown(page) {
  return page.evaluate(() => [
    ...[...document.querySelectorAll("canvas")].map((canvas) => [...canvas.toDataURL()].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7)),
    document.querySelector("output.month").textContent,
    ...[...document.querySelectorAll(".sentence")].map((sentence) => sentence.textContent),
  ]);
}

async function answers(opener, faults) {
  const heard = new Set();
  for (const bet of ["more", "same", "less", "skip"]) {
    const page = await opener.open();
    await toTheEnd(page, bet);
    heard.add(await textOf(page, ".answer"));
    await opener.closeAll();
  }
  // Whoever skips is told what came out, and not that the model agrees.
  faults.equal("answers", "different answers to three bets and none", heard.size, 4);
}

async function stories(opener, faults) {
  const page = await opener.open();
  const tabs = await page.locator("#band nav button").evaluateAll((all) => all.map(({ id }) => id));
  faults.equal("stories", "five stories and free mode", tabs.length, 6);
  const questions = new Set();
  for (const id of tabs) {
    await page.click(`#${id}`);
    await page.waitForFunction(() => Number(document.getElementById("month").max) > 1 && document.querySelectorAll("[data-slot] h2 .letter").length === 2);
    questions.add(await textOf(page, "#question"));
    faults.expect(id, "Run is locked again", await page.isDisabled("#run"));
    await page.waitForSelector("input[name=bet]");
    faults.equal(id, "three bets", await page.locator("input[name=bet]").count(), 3);
  }
  faults.equal("stories", "questions", questions.size, 6);
  await page.click("#bet-b");
  await page.click("#to-the-end");
  await page.waitForSelector("#explain", { timeout: PATIENCE });
  await page.click("#explain");
  faults.expect("free mode", "what the model cannot say is said", (await page.locator("#course h3").count()) >= 3);
  const before = await page.textContent("#maps h2");
  await page.click("#language");
  faults.equal("language", "the page", await page.getAttribute("html", "lang"), "fr");
  faults.equal("language", "the month shown", await page.inputValue("#month"), await page.getAttribute("#month", "max"));
  faults.expect("language", "names of scenarios change", before !== (await page.textContent("#maps h2")));
}

/** From the first key to the explanation without a mouse. */
async function keyboard(opener, faults) {
  const page = await opener.open();
  await page.keyboard.press("3");
  await page.waitForFunction(() => document.querySelector("#story-empty-place[aria-current]"));
  await page.waitForFunction(() => Number(document.getElementById("month").max) > 1);
  for (let steps = 0; steps < 40 && (await focused(page)) !== "bet-less" && (await focused(page)) !== "bet-more"; steps += 1) await page.keyboard.press("Tab");
  faults.expect("keyboard", "a bet is reached with Tab", ["bet-less", "bet-more"].includes(await focused(page)), await focused(page));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  for (let steps = 0; steps < 6 && (await focused(page)) !== "run"; steps += 1) await page.keyboard.press("Tab");
  faults.equal("keyboard", "what has the focus", await focused(page), "run");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => Number(document.getElementById("month").value) > 1, null, { timeout: PATIENCE });
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Space");
  const stopped = Number(await page.inputValue("#month"));
  await page.keyboard.press("ArrowLeft");
  faults.equal("keyboard", "a month back", Number(await page.inputValue("#month")), stopped - 1);
  await page.keyboard.press("End");
  await page.waitForSelector("#luck-open", { timeout: PATIENCE });
  await page.keyboard.press("Home");
  faults.equal("keyboard", "the first month", await page.inputValue("#month"), "0");
  await page.keyboard.press("?");
  await page.waitForSelector("#help-dialog[open]");
  await page.click("#keys-active");
  await closeDialog(page);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("l");
  faults.equal("keyboard", "the language while shortcuts are off", await page.getAttribute("html", "lang"), "en");
}

function focused(page) {
  return page.evaluate(() => document.activeElement?.id ?? "");
}

async function numbers(opener, faults) {
  const page = await opener.open();
  await toTheEnd(page);
  const months = Number(await page.getAttribute("#month", "max"));
  for (const theme of ["cooperation", "closure", "productive"]) {
    await page.click(`#numbers-${theme}`);
    await page.waitForSelector("#numbers[open]");
    const tables = await page.locator("#numbers table").count();
    faults.equal(theme, "tables", tables, theme === "closure" ? 3 : 1);
    faults.equal(theme, "years in the table", await page.locator("#numbers table").first().locator("tbody tr").count(), months / 12);
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#numbers-csv")]);
    const lines = (await streamed(await file.createReadStream())).trim().split("\n");
    faults.equal(theme, "lines of the file", lines.length, months + 1);
    faults.expect(theme, "columns of the file", lines.every((line) => line.split(",").length === 1 + 2 * tables), lines.slice(0, 2));
    await closeDialog(page);
  }
  for (const at of [0, 1, 2]) {
    await page.selectOption("#productive-indicator", { index: at });
    faults.expect("productive", "the chart follows its choice", (await page.getAttribute('[data-theme="productive"] svg', "aria-label")).startsWith(await page.$eval("#productive-indicator", (choice) => choice.selectedOptions[0].textContent)));
  }
}

export async function streamed(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
