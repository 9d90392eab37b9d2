// "Is it luck?": the pair on the stage at once, then others, counted.
import { closeDialog, textOf, toTheEnd } from "./opener.mjs";
import { streamed } from "./course.mjs";

/** Pairs that the test waits for; more are a matter of time. */
const ENOUGH = 3;

export async function luck(opener, faults) {
  const page = await opener.open({ width: 1920, height: 1080 });
  await toTheEnd(page);
  const began = Date.now();
  await page.click("#luck-open");
  await page.waitForFunction(() => document.querySelectorAll("#luck .pair").length >= 1);
  const first = Date.now() - began;
  faults.expect("luck", "the first pair within a second", first < 1_000, first);
  await page.waitForFunction((enough) => document.querySelectorAll("#luck .pair").length >= enough, ENOUGH, { timeout: 180_000 });
  await opener.inspect(page, "is it luck?");
  await opener.picture(page, "luck");
  const counts = (await textOf(page, "#luck .verdict")).match(/\d+(?:\.\d+)?/g).map(Number);
  const [all, more, less] = counts;
  faults.equal("luck", "the worlds counted add up", more + less + counts[counts.length - 1], all);
  faults.expect("luck", "a band is drawn", (await page.locator("#luck .band-difference").count()) === 1);
  await page.click("#luck-numbers summary");
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#luck-csv")]);
  const lines = (await streamed(await file.createReadStream())).trim().split("\n");
  // The table is filled when the browser tells that it was opened, which is not yet when the click is done.
  const rows = await page.locator("#luck table tbody tr").count();
  faults.expect("luck", "a line for each world", lines.length > ENOUGH && rows >= ENOUGH, [lines.length, rows]);
  await page.selectOption("#luck-indicator", { index: 3 });
  faults.expect("luck", "another indicator", (await page.locator("#luck .pair").count()) >= 1);
  await closeDialog(page);
  faults.expect("luck", "bands stand behind the curves", (await page.locator("#charts .band").count()) >= 2);
}
