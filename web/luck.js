// "Is it luck?": the difference between B and A in one world, then in twenty.
import { Chart } from "./chart.js";
import { csv, openDialog, table } from "./dialog.js";
import { download, el, put } from "./dom.js";
import { indicator, months, on, page, questioned, startMonth } from "./state.js";
import { strip } from "./strip.js";
import { amount, counted, difference, number, said, size, word } from "./words.js";
import { WORLDS, drawWorlds, pairsKnown, refusedPair, stillDrawing } from "./worlds.js";

let looked = "";
/** @type {{ chart: Chart, read: HTMLElement, sentence: HTMLElement, progress: HTMLElement, dots: HTMLElement, numbers: HTMLElement } | null} */
let luckParts = null;

export function prepareLuck() {
  on(["luck"], refreshLuck);
}

/** Opens the question and begins to draw. */
export function openLuck() {
  looked ||= questioned();
  if (!page.kept.includes(looked)) looked = questioned();
  const choice = el("select", { id: "luck-indicator", "aria-label": word("luck.indicator") }, ...page.kept.map((id) => el("option", { value: id, selected: id === looked }, said(indicator(id).label))));
  choice.addEventListener("change", () => {
    looked = choice.value;
    refreshLuck();
  });
  const plot = el("div.plot.tall");
  const [read, sentence, progress, dots, numbers] = [el("p.faint"), el("p.verdict", { role: "status" }), el("p.faint"), el("div.dots"), el("div")];
  const more = el("details", { id: "luck-numbers" }, el("summary", {}, word("chart.numbers")), numbers);
  more.addEventListener("toggle", refreshLuck);
  openDialog("luck", word("luck.title"), [el("p", {}, word("luck.what")), el("p", {}, choice), sentence, progress, plot, read, dots, el("p.faint", {}, word("luck.stripRead")), more], () => (luckParts = null));
  luckParts = { chart: new Chart(plot, { ticks: 4 }), read, sentence, progress, dots, numbers };
  drawWorlds();
  refreshLuck();
}

/** Differences of B and A at the end, one for each pair. @param {string} id */
function gaps(id) {
  const column = page.kept.indexOf(id);
  const last = months() - 1;
  return pairsKnown().map(({ replicate, a, b }) => {
    const [first, second] = [a[last]?.[column] ?? null, b[last]?.[column] ?? null];
    return { replicate, a: first, b: second, gap: first === null || second === null ? null : second - first };
  });
}

function refreshLuck() {
  if (!luckParts) return;
  const of = indicator(looked);
  const column = page.kept.indexOf(looked);
  const pairs = pairsKnown();
  const series = pairs.map(({ a, b }) => a.map((row, index) => minus(b[index][column], row[column])));
  const shown = pairs.findIndex(({ replicate }) => replicate === page.replicate);
  const ends = gaps(looked);
  luckParts.sentence.textContent = verdict(of, ends);
  luckParts.progress.textContent = refusedPair() ? word("luck.refused", { why: refusedPair() }) : stillDrawing() ? word("luck.drawing", { count: pairs.length, all: WORLDS }) : "";
  luckParts.read.textContent = word("luck.read", { unit: of.share ? word("luck.points") : said(of.unit) && ` (${said(of.unit)})` });
  const [low, high] = envelope(series);
  const lines = shown < 0 ? [] : [{ slot: /** @type {const} */ ("difference"), name: word("luck.here"), values: series[shown] }];
  luckParts.chart.show({
    indicator: of,
    lines,
    thin: series.filter((_, index) => index !== shown),
    bands: low.length > 0 ? [{ slot: "difference", low, high }] : [],
    months: months(),
    month: months(),
    start: startMonth(),
    difference: true,
    label: `${word("luck.title")} ${said(of.label)}. ${luckParts.sentence.textContent}`,
  });
  put(luckParts.dots, strip(of, ends, page.replicate));
  if (/** @type {HTMLDetailsElement | null} */ (document.getElementById("luck-numbers"))?.open) put(luckParts.numbers, ...numbersOf(of, ends));
}

/** @param {number | null} b @param {number | null} a */
function minus(b, a) {
  return a === null || b === null || a === undefined || b === undefined ? null : b - a;
}

/** Lowest and highest of all worlds, in the months in which all have a value. @param {(number | null)[][]} series @returns {[(number | null)[], (number | null)[]]} */
function envelope(series) {
  if (series.length < 2) return [[], []];
  const months = series[0].map((_, month) => series.map((values) => values[month] ?? null));
  const whole = (/** @type {(number | null)[]} */ values) => (values.includes(null) ? null : /** @type {number[]} */ (values));
  const edge = (/** @type {(...values: number[]) => number} */ which) => months.map((values) => (whole(values) ? which(.../** @type {number[]} */ (values)) : null));
  return [edge(Math.min), edge(Math.max)];
}

/** @param {Indicator} of @param {{ gap: number | null }[]} ends */
function verdict(of, ends) {
  const known = ends.flatMap(({ gap }) => (gap === null ? [] : [gap]));
  if (known.length === 0) return word("luck.none");
  const more = known.filter((gap) => gap >= of.smallest_effect).length;
  const less = known.filter((gap) => gap <= -of.smallest_effect).length;
  return counted("luck.verdict", known.length, { more, less, same: known.length - more - less, least: size(of, of.smallest_effect) });
}

/** @param {Indicator} of @param {ReturnType<typeof gaps>} ends */
function numbersOf(of, ends) {
  const rows = ends.map(({ replicate, a, b, gap }) => [number(replicate + 1), amount(of, a), amount(of, b), gap === null ? word("undefined") : difference(of, gap)]);
  const file = [["replicate", "a", "b", "difference"], ...ends.map(({ replicate, a, b, gap }) => [replicate, a, b, gap])];
  const save = el("button", { type: "button", id: "luck-csv", onclick: () => download(`hameau-${of.id}-worlds.csv`, csv(file), "text/csv") }, word("numbers.csv"));
  return [el("p", {}, save), table(said(of.label), [word("luck.world"), "A", "B", word("numbers.difference")], rows)];
}

/** What the other worlds did, as bands behind the curves of A and B. @param {string} id @param {number} seen @returns {import("./chart.js").Band[]} */
export function luckBands(id, seen) {
  const pairs = pairsKnown();
  if (pairs.length < 2) return [];
  const column = page.kept.indexOf(id);
  return /** @type {const} */ (["a", "b"]).flatMap((slot) => {
    const [low, high] = envelope(pairs.map((pair) => pair[slot].slice(0, seen).map((row) => row[column])));
    return low.length > 0 ? [{ slot, low, high }] : [];
  });
}
