// The bar of time: the programmes of A and B as dated bars, the month shown, play, step, speed.
import { at, draw, el, put } from "./dom.js";
import { scrub, setSpeed, show, stepBy, toggle } from "./play.js";
import { SLOTS, mayRun, months, on, page, reached, startMonth } from "./state.js";
import { counted, monthName, said, word, yearOf } from "./words.js";

const SPEEDS = [1, 3, 6, 12, 24];
/** @type {{ range: HTMLInputElement, output: HTMLElement, play: HTMLButtonElement, tracks: HTMLElement } | null} */
let parts = null;

export function prepareTimebar() {
  on(["words", "opened"], fillTimebar);
  on(["playing", "stage"], buttons);
  on(["shown", "months"], moved);
}

function fillTimebar() {
  const held = document.activeElement?.id;
  const range = el("input", { type: "range", id: "month", min: 0, max: Math.max(1, months()), step: 1, "aria-label": word("time.month") });
  range.addEventListener("input", () => scrub(Number(range.value)));
  const play = el("button.primary", { type: "button", id: "play", onclick: toggle });
  const control = (/** @type {string} */ id, /** @type {string} */ label, /** @type {string} */ path, /** @type {() => void} */ onclick) => el("button.icon", { type: "button", id, "aria-label": word(label), title: word(label), onclick }, icon(path));
  const speed = el("select", { id: "speed", "aria-label": word("time.speed") }, ...SPEEDS.map((one) => el("option", { value: one, selected: one === page.speed }, counted("time.perSecond", one))));
  speed.addEventListener("change", () => setSpeed(Number(speed.value)));
  const output = el("output.month", { for: "month" });
  const tracks = el("div.tracks");
  put(
    at("bar"),
    el("div.controls", {}, control("first", "time.first", "M4 3v10M14 3 6 8l8 5z", () => scrub(0)), control("back-month", "time.back", "M12 3 4 8l8 5z", () => stepBy(-1)), play, control("next-month", "time.next", "M4 3l8 5-8 5z", () => stepBy(1)), output, speed),
    el("div.time", {}, tracks, range),
  );
  parts = { range, output, play, tracks };
  put(tracks, programmes(), words());
  buttons();
  moved();
  if (held) document.getElementById(held)?.focus();
}

/** @param {string} path */
function icon(path) {
  return draw("svg", { viewBox: "0 0 16 16", width: 18, height: 18, "aria-hidden": "true" }, draw("path", { d: path, fill: "currentColor", stroke: "currentColor", "stroke-width": 1.5, "stroke-linejoin": "round" }));
}

/** Each entry as a bar on the row of its world, and the pauses of the story. */
function programmes() {
  const all = Math.max(1, months());
  // While a world is being opened it has no months, and nothing stands beyond the bar.
  const left = (/** @type {number} */ done) => `${Math.min(100, (100 * done) / all).toFixed(2)}%`;
  return el(
    "div.programmes",
    { "aria-hidden": "true" },
    ...SLOTS.map((slot) => {
      const entries = page.worlds[slot].opened?.programme ?? [];
      const rows = stacked(entries);
      const bars = entries.map((entry, index) => {
        const until = Math.min(entry.month_until, all);
        const width = `${((100 * (until - entry.month_from)) / all).toFixed(2)}%`;
        return el("span.entry", { style: `left:${left(entry.month_from)};width:${width};top:${rows[index] * 100}%`, title: entryText(entry) }, el("span", {}, said(entry.label)));
      });
      return el("div.row", { "data-slot": slot, style: `--rows:${Math.max(1, ...rows.map((row) => row + 1))}` }, el("span.letter", { "data-slot": slot }, slot.toUpperCase()), el("div.entries", {}, ...bars));
    }),
    el("div.pauses", {}, ...(page.story?.pauses ?? []).map(({ month }) => el("span.pause-mark", { style: `left:${left(month)}`, title: word("pause.title", { month: monthName(startMonth(), month) }) }))),
    el("div.years", {}, ...years(all).map(([month, year]) => el("span", { style: `left:${left(month - 1)}` }, String(year)))),
  );
}

/** Rows for entries so that those of one time stand under each other. @param {Entry[]} entries */
function stacked(entries) {
  /** @type {number[]} */
  const ends = [];
  return entries.map(({ month_from, month_until }) => {
    const free = ends.findIndex((end) => end <= month_from);
    const row = free < 0 ? ends.length : free;
    ends[row] = month_until;
    return row;
  });
}

/** @param {number} all @returns {[number, number][]} */
function years(all) {
  const every = all > 120 || innerWidth < 700 ? 2 : 1;
  /** @type {[number, number][]} */
  const made = [];
  for (let month = 1; month <= all; month += 1) {
    const year = yearOf(startMonth(), month);
    if ((month === 1 || year !== yearOf(startMonth(), month - 1)) && year % every === 0) made.push([month, year]);
  }
  return made;
}

/** @param {Entry} entry */
function entryText(entry) {
  const from = monthName(startMonth(), entry.month_from + 1);
  return word("time.entry", { what: said(entry.label), from, until: monthName(startMonth(), Math.min(entry.month_until, months())) });
}

/** The same in words. */
function words() {
  const lists = SLOTS.map((slot) => {
    const entries = page.worlds[slot].opened?.programme ?? [];
    const items = entries.length > 0 ? entries.map(entryText) : [word("time.nothing")];
    return el("div", {}, el("h2", {}, word("time.programme", { slot: slot.toUpperCase() })), el("ul", {}, ...items.map((text) => el("li", {}, text))));
  });
  return el("div.unseen", {}, ...lists);
}

function buttons() {
  if (!parts) return;
  const label = word(page.playing ? "time.pause" : "time.play");
  put(parts.play, icon(page.playing ? "M4 3h2v10H4zM10 3h2v10h-2z" : "M4 2l10 6-10 6z"), el("span", {}, label));
  parts.play.disabled = !mayRun() || months() === 0;
  parts.range.disabled = !mayRun() || months() === 0;
  for (const id of ["first", "back-month", "next-month"]) /** @type {HTMLButtonElement} */ (at(id)).disabled = !mayRun() || months() === 0;
}

function moved() {
  if (!parts) return;
  parts.range.value = String(page.month);
  const text = page.month === 0 ? word("time.start", { month: monthName(startMonth(), 1) }) : monthName(startMonth(), page.month);
  parts.output.textContent = text;
  parts.range.setAttribute("aria-valuetext", text);
  parts.range.style.setProperty("--shown", `${(100 * page.month) / Math.max(1, months())}%`);
  parts.range.style.setProperty("--reached", `${(100 * (mayRun() ? reached() : 0)) / Math.max(1, months())}%`);
}

/** To the first or the last month. @param {"first" | "last"} which */
export function jump(which) {
  if (which === "first") scrub(0);
  else show(months());
}
