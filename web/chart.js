// A chart of one indicator over the months: curves of A and B laid over each other, named at their ends.
import { draw } from "./dom.js";
import { area, axis, extent, path } from "./scale.js";
import { amount, number, word, yearOf } from "./words.js";

/** @typedef {{ name: string, slot: Slot | "difference", values: (number | null)[] }} Line */
/** @typedef {{ slot: Slot | "difference", low: (number | null)[], high: (number | null)[] }} Band */
/** @typedef {{ indicator: Indicator, lines: Line[], thin?: (number | null)[][], bands?: Band[], months: number, month: number, start: string, label: string, marks?: number, difference?: boolean }} ChartData */

/** A chart that fills the room it is given. */
export class Chart {
  /** @param {HTMLElement} host @param {{ ticks?: number, years?: boolean }} [how] */
  constructor(host, { ticks = 3, years = true } = {}) {
    this.host = host;
    this.ticks = ticks;
    this.years = years;
    this.svg = /** @type {SVGSVGElement} */ (draw("svg", { role: "img" }));
    host.replaceChildren(this.svg);
    /** @type {ChartData | null} */ this.data = null;
    this.frame = "";
    new ResizeObserver(() => {
      this.frame = "";
      if (this.data) this.show(this.data);
    }).observe(host);
  }

  /** @param {ChartData} data */
  show(data) {
    this.data = data;
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width < 40 || height < 30) return;
    const { indicator, lines, bands = [], thin = [], months } = data;
    const letter = parseFloat(getComputedStyle(this.svg).fontSize) || 12;
    const [low, high] = extent([...lines.map(({ values }) => values), ...thin, ...bands.flatMap((band) => [band.low, band.high]), data.difference ? [0] : []]);
    const known = lines.some(({ values }) => values.length > 0) || bands.length > 0;
    // Before anything is known, an axis with numbers would be made up.
    const y = !known ? { low: 0, high: 1, ticks: [], zero: true } : axis(low, high, Math.max(1, Math.min(this.ticks, Math.floor(height / letter / 3.2))), indicator.smallest_effect * 2);
    const ending = Math.max(0, ...lines.map(({ name, values }) => `${name} ${shortAmount(data, values[data.month - 1] ?? high)}`.length));
    const room = { left: this.#tickWidth(data, y, letter), right: width - letter * (0.64 * Math.max(6, ending) + 1.2), top: letter * 0.8, bottom: height - (this.years ? letter * 1.7 : letter * 0.6) };
    const across = (/** @type {number} */ index) => room.left + ((index + 1) / Math.max(1, months)) * (room.right - room.left);
    const up = (/** @type {number} */ value) => room.bottom - ((value - y.low) / (y.high - y.low || 1)) * (room.bottom - room.top);
    this.#frame(data, y, room, across, up, width, height, letter);
    this.svg.setAttribute("aria-label", data.label);
    const moving = /** @type {SVGElement} */ (this.svg.lastChild);
    moving.replaceChildren();
    for (const band of bands) moving.append(draw("path", { class: `band band-${band.slot}`, d: area(band.low, band.high, across, up) }));
    for (const values of thin) moving.append(draw("path", { class: "thin", d: path(values, across, up) }));
    const now = across(data.month - 1);
    if (data.month > 0) moving.append(draw("path", { class: "now", d: `M${now} ${room.top}V${room.bottom}` }));
    // A is dashed and lies over B, so that both show where they are the same.
    for (const { slot, values } of [...lines].reverse()) moving.append(draw("path", { class: `line line-${slot}`, d: path(values, across, up) }));
    if (data.month > 0) this.#ends(moving, data, across, up, room, letter);
  }

  /** Axes, drawn again only when they change. @param {ChartData} data @param {import("./scale.js").Axis} y @param {{ left: number, right: number, top: number, bottom: number }} room @param {(index: number) => number} across @param {(value: number) => number} up @param {number} width @param {number} height @param {number} letter */
  #frame(data, y, room, across, up, width, height, letter) {
    const key = JSON.stringify([width, height, y.low, y.high, data.indicator.id, data.months, data.start, document.documentElement.lang, letter, Math.round(room.right / 4)]);
    if (key === this.frame) return;
    this.frame = key;
    const still = draw("g", { "aria-hidden": "true" });
    for (const tick of y.ticks) {
      const level = up(tick);
      still.append(draw("path", { class: tick === 0 ? "zero" : "grid", d: `M${room.left} ${level}H${room.right}` }));
      still.append(draw("text", { x: room.left - 5, y: level + letter * 0.33, "text-anchor": "end" }, tickText(data, tick, y)));
    }
    if (this.years) still.append(...yearTicks(data, across, room.bottom + letter * 1.3, room.right - room.left, letter));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.replaceChildren(still, draw("g", { "aria-hidden": "true" }));
  }

  /** @param {ChartData} data @param {import("./scale.js").Axis} y @param {number} letter */
  #tickWidth(data, y, letter) {
    return 10 + letter * 0.6 * Math.max(2, ...y.ticks.map((tick) => tickText(data, tick, y).length));
  }

  /** Names and values at the month shown, kept apart. @param {SVGElement} where @param {ChartData} data @param {(index: number) => number} across @param {(value: number) => number} up @param {{ right: number, top: number, bottom: number }} room @param {number} letter */
  #ends(where, data, across, up, room, letter) {
    const ends = data.lines.flatMap(({ slot, name, values }) => {
      const value = values[data.month - 1];
      return value === null || value === undefined ? [] : [{ slot, text: `${name} ${shortAmount(data, value)}`, level: up(value), at: up(value) }];
    });
    ends.sort((one, other) => one.at - other.at);
    const step = letter * 1.25;
    if (ends.length === 2 && ends[1].at - ends[0].at < step) {
      const middle = Math.max(room.top + step / 2, Math.min(room.bottom - step / 2, (ends[0].at + ends[1].at) / 2));
      ends[0].at = middle - step / 2;
      ends[1].at = middle + step / 2;
    }
    const x = across(data.month - 1);
    for (const { slot, text, at, level } of ends) {
      where.append(draw("circle", { class: `dot dot-${slot}`, cx: x, cy: level, r: 3.5 }));
      where.append(draw("text", { class: `end end-${slot}`, x: Math.min(x + 8, room.right + 8), y: at + letter * 0.35 }, text));
    }
  }
}

/** @param {ChartData} data @param {(index: number) => number} across @param {number} level @param {number} width @param {number} letter */
function yearTicks(data, across, level, width, letter) {
  const years = data.months / 12;
  const every = [1, 2, 5, 10, 20, 50].find((step) => (years / step) * letter * 3.4 < width) ?? 100;
  /** @type {SVGElement[]} */
  const made = [];
  for (let month = 1; month <= data.months; month += 1) {
    const year = yearOf(data.start, month);
    const begins = month === 1 ? data.start.endsWith("-01") : year !== yearOf(data.start, month - 1);
    if (begins && year % every === 0) made.push(draw("text", { x: across(month - 1), y: level, "text-anchor": "middle" }, String(year)));
  }
  return made;
}

/** @param {ChartData} data @param {number} tick @param {import("./scale.js").Axis} y */
function tickText({ indicator, difference }, tick, y) {
  const step = y.ticks.length > 1 ? y.ticks[1] - y.ticks[0] : 1;
  const sign = difference && tick > 0 ? "+" : "";
  if (indicator.share) return `${sign}${number(tick * 100, { maximumFractionDigits: digits(step * 100) })}${difference ? "" : "\u00a0%"}`;
  if (Math.abs(y.high) >= 1e6) return sign + number(tick / 1e6, { maximumFractionDigits: digits(step / 1e6) }) + "\u00a0M";
  return sign + number(tick, { maximumFractionDigits: digits(step) });
}

/** @param {number} step */
function digits(step) {
  return Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
}

/** A value without its unit, for the end of a line. @param {ChartData} data @param {number} value */
function shortAmount({ indicator, difference }, value) {
  const bare = { ...indicator, unit: { fr: "", en: "" }, unit_one: { fr: "", en: "" } };
  if (!difference) return amount(bare, value);
  return (value > 0 ? "+" : "") + (indicator.share ? number(value * 100, { maximumFractionDigits: Math.max(0, indicator.decimals - 2) }) : amount(bare, value));
}

/** What is said when an axis leaves zero out. @param {ChartData} data */
export function zeroNote(data) {
  const [low, high] = extent(data.lines.map(({ values }) => values));
  return axis(low, high, 3, data.indicator.smallest_effect * 2).zero ? "" : word("chart.noZero");
}
