// Time on the stage: play, pause, step, scrub. What was simulated is kept, so that going back shows the same months.
import { liveOn, setStage } from "./session.js";
import { mayRun, months, on, page, reached, tell } from "./state.js";

let lastTick = 0;
/** Part of a month played. */
let part = 0;

/** Run, or go on. */
export function play() {
  if (!mayRun() || page.playing || months() === 0) return;
  if (page.month >= months()) show(0);
  page.pause = null;
  page.playing = true;
  part = 0;
  lastTick = performance.now();
  liveOn();
  tell("playing", "stage");
  requestAnimationFrame(tick);
}

export function stop() {
  if (!page.playing) return;
  page.playing = false;
  tell("playing");
}

export function toggle() {
  if (page.playing) stop();
  else play();
}

/** @param {number} now */
function tick(now) {
  if (!page.playing) return;
  // A tab that slept does not jump ahead.
  part += (Math.min(now - lastTick, 100) / 1000) * page.speed;
  lastTick = now;
  const goal = Math.min(page.month + Math.floor(part), reached());
  if (goal > page.month) {
    part = Math.min(part - (goal - page.month), 1);
    walk(goal);
  } else {
    part = Math.min(part, 1);
  }
  if (page.playing) requestAnimationFrame(tick);
}

/** Forward to a month, unless a pause stands before it. @param {number} goal */
function walk(goal) {
  const pause = page.story?.pauses.find(({ month }) => month > page.month && month <= goal && !page.passed.has(month));
  if (pause) {
    page.passed.add(pause.month);
    page.pause = pause;
    show(pause.month);
    stop();
    tell("stage");
  } else {
    show(goal);
    if (goal >= months()) stop();
  }
}

/** Shows a month that was simulated; before the bet there is only the start. @param {number} month */
export function show(month) {
  const to = Math.max(0, Math.min(month, mayRun() ? reached() : 0));
  if (to === page.month) return;
  const first = page.seen === 0;
  page.month = to;
  page.seen = Math.max(page.seen, to);
  tell("shown");
  if (first) tell("stage");
  if (page.seen >= months() && months() > 0) setStage("compare");
}

/** One month on or back. @param {number} by */
export function stepBy(by) {
  stop();
  if (!mayRun()) return;
  page.pause = null;
  if (page.month + by > reached()) {
    liveOn();
    // The month is not lived yet: it is shown as soon as it is.
    waitFor(page.month + by);
  } else {
    show(page.month + by);
  }
  tell("stage");
}

/** @type {number | null} */
let awaited = null;
/** Whether the months before it are shown too. */
let growing = false;

/** @param {number} month */
function waitFor(month) {
  growing = false;
  awaited = Math.min(month, months());
}

/** How far was shown, or is about to be. */
export function farthest() {
  return Math.max(page.seen, awaited ?? 0);
}

/** Shows what was seen before a lever was moved, as it is simulated anew. @param {number} month */
export function catchUp(month) {
  waitFor(month);
  growing = true;
  liveOn();
}

/** Shows a month that was waited for, once it was lived. */
export function preparePlaying() {
  on(["opened"], () => {
    awaited = null;
    growing = false;
  });
  on(["months"], () => {
    if (awaited === null || (reached() < awaited && !growing)) return;
    const month = Math.min(awaited, reached());
    if (month === awaited) awaited = null;
    show(month);
  });
}

/** Scrubs to a month, as far as it was simulated; beyond, as soon as it is. @param {number} month */
export function scrub(month) {
  stop();
  if (!mayRun()) return;
  page.pause = null;
  if (month > reached()) {
    liveOn();
    waitFor(month);
  }
  show(month);
  tell("stage");
}

/** Straight to the last month. */
export function toTheEnd() {
  for (const pause of page.story?.pauses ?? []) page.passed.add(pause.month);
  scrub(months());
}

/** @param {number} speed */
export function setSpeed(speed) {
  page.speed = speed;
  tell("playing");
}
