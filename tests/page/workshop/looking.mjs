// Closer looks: a commune, a resident, the same in both worlds.
import { PATIENCE, closeDialog, toTheEnd } from "./opener.mjs";

export async function looking(opener, faults) {
  const page = await opener.open();
  await page.click("#story-facilitator-leaves");
  await page.waitForFunction(() => document.querySelector("#story-facilitator-leaves[aria-current]") && Number(document.getElementById("month").max) > 1);
  await toTheEnd(page);
  const told = await textIn(page, "#told-a");
  faults.expect("map", "it is told in words", /\d/.test(told), told);
  await clickLargest(page);
  await page.waitForSelector("#resident");
  await page.waitForFunction(() => document.querySelectorAll("#resident option").length > 100, null, { timeout: PATIENCE });
  const territory = await page.$eval("#commune", (choice) => choice.selectedOptions[0].textContent);
  faults.expect("map", "a click looks into a commune", territory.length > 0 && (await page.inputValue("#commune")) !== "", territory);
  await opener.inspect(page, "individuals");
  await opener.picture(page, "individuals");
  await inBothWorlds(page);
  await page.waitForFunction(() => document.querySelectorAll(".happenings li").length >= 2, null, { timeout: PATIENCE });
  const lives = await page.locator(".life").allInnerTexts();
  faults.expect("resident", "somebody has a life in both worlds", lives.length === 2 && lives.every((life) => life.length > 60), lives);
  faults.expect("resident", "ties are counted", lives.every((life) => /\d+ ties?,/.test(life)), lives);
  await opener.inspect(page, "a resident");
  await opener.picture(page, "resident");
  const who = await page.inputValue("#resident");
  // The one who is looked at stays, and is younger, at an earlier month.
  await page.keyboard.press("Home");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Home");
  await page.waitForFunction((before) => document.querySelector(".life").innerText !== before, lives[0], { timeout: PATIENCE });
  faults.equal("resident", "who is looked at", await page.inputValue("#resident"), who);
  await page.keyboard.press("Escape");
  faults.equal("resident", "one step back", [await page.inputValue("#resident"), (await page.inputValue("#commune")) !== ""], ["", true]);
  await page.keyboard.press("Escape");
  faults.equal("commune", "back to the territory", await page.inputValue("#commune"), "");
  await page.keyboard.press("?");
  await closeDialog(page);
}

/** Chooses the first listed resident who lives here in both worlds at the end: some came to one of them only, or left. */
async function inBothWorlds(page) {
  for (let index = 1; index <= 20; index += 1) {
    await page.selectOption("#resident", { index });
    const asked = () => [...document.querySelectorAll(".life")].every((life) => /\d/.test(life.innerText) || life.innerText.includes("does not live here"));
    await page.waitForFunction(asked, null, { timeout: PATIENCE });
    const lives = await page.locator(".life").allInnerTexts();
    if (lives.length === 2 && lives.every((life) => !life.includes("does not live here"))) return;
  }
}

async function textIn(page, selector) {
  return (await page.textContent(selector)) ?? "";
}

/** A click on the largest cluster: where most marks are. */
async function clickLargest(page) {
  const { x, y } = await page.evaluate(() => {
    const canvas = document.querySelector("canvas.marks");
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const cell = 24;
    const counts = new Map();
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (data[4 * (y * width + x) + 3] < 128) continue;
        const key = `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const around = ([column, row]) => [-2, -1, 0, 1, 2].flatMap((dx) => [-2, -1, 0, 1, 2].map((dy) => counts.get(`${column + dx},${row + dy}`) ?? 0)).reduce((sum, count) => sum + count, 0);
    const cells = [...counts.keys()].map((key) => key.split(",").map(Number));
    const [column, row] = cells.sort((one, other) => around(other) - around(one))[0];
    const box = canvas.getBoundingClientRect();
    return { x: box.left + ((column + 0.5) * cell * box.width) / width, y: box.top + ((row + 0.5) * cell * box.height) / height };
  });
  await page.mouse.click(x, y);
}

