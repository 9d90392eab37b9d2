// The three charts: cooperation, closure in its three layers, and the productive economy by one of its definitions.
import { Chart, zeroNote } from "./chart.js";
import { differenceSentence, shortDifference, unitAndDirection } from "./compare.js";
import { at, el, put } from "./dom.js";
import { luckBands } from "./luck.js";
import { openNumbers } from "./numbers.js";
import { SLOTS, indicator, months, on, page, questioned, startMonth, tell } from "./state.js";
import { said, word } from "./words.js";

/** @typedef {{ id: string, chart: Chart, note: HTMLElement, sentence: HTMLElement }} Drawing */
/** @type {Drawing[]} */
let drawings = [];
/** Where the three layers of closure have room under each other. @type {MediaQueryList} */
let roomy;

export function prepareCharts() {
  roomy = matchMedia("(min-height: 58rem), (max-width: 63.99rem), (max-height: 39.99rem)");
  roomy.addEventListener("change", build);
  on(["story"], () => Object.assign(page, { cooperation: "", closure: "" }));
  on(["words", "story"], build);
  on(["opened", "shown", "luck"], showCharts);
  on(["playing"], () => !page.playing && saySentences());
}

/** On a wall everything is larger: one layer is better read than three that are squeezed. */
function hasRoom() {
  return roomy.matches && !page.wall;
}

/** The figures anew: another language, another definition. */
export function build() {
  drawings = [];
  const { closure } = page.about.charts;
  const layers = hasRoom() ? closure : [closureShown()];
  put(at("charts"), figure("cooperation", [cooperationShown()]), figure("closure", layers), figure("productive", [page.productive]));
  if (months() > 0) showCharts();
}

/** @param {"cooperation" | "closure" | "productive"} theme @param {string[]} ids */
function figure(theme, ids) {
  const heading = el("h2", { id: `chart-${theme}` }, word(`chart.${theme}`));
  const tools = el("div.tools", {}, theme === "productive" && !hasRoom() && choice("productive", page.about.charts.productive, page.productive), theme === "cooperation" && choice("cooperation", cooperationIds(), cooperationShown()), theme === "closure" && !hasRoom() && choice("closure", page.about.charts.closure, ids[0]), el("button.small", { type: "button", id: `numbers-${theme}`, onclick: () => openNumbers(theme, theme === "closure" ? page.about.charts.closure : ids) }, word("chart.numbers")));
  const chosen = theme === "cooperation" || (ids.length === 1 && !hasRoom());
  const parts = ids.map((id, index) => drawing(id, theme, index === ids.length - 1, !chosen));
  return el("section.chart", { "aria-labelledby": `chart-${theme}`, "data-theme": theme }, el("div.heading", {}, heading, tools), theme === "productive" && hasRoom() && definitions(), ...parts);
}

/** @param {string} id @param {string} theme @param {boolean} years whether years stand under it @param {boolean} named whether its name stands over it */
function drawing(id, theme, years, named) {
  const host = el("div.plot");
  const note = el("span.faint");
  const sentence = el("span.sentence");
  const label = said(indicator(id).label);
  const layer = theme === "closure" && named;
  const title = el("h3", { title: said(indicator(id).meaning) }, named && label, layer ? sentence : [" ", note]);
  drawings.push({ id, chart: new Chart(host, { ticks: theme === "closure" ? 2 : 3, years }), note, sentence });
  return el("figure", { "data-indicator": id }, title, host, !layer && el("figcaption", {}, sentence));
}

/** What the first chart can showCharts: the indicators of cooperation, and that of the question when no other chart has it. */
function cooperationIds() {
  const { cooperation, closure, productive } = page.about.charts;
  const asked = questioned();
  return [...cooperation, closure, productive].flat().includes(asked) ? cooperation : [asked, ...cooperation];
}

function cooperationShown() {
  const ids = cooperationIds();
  if (page.cooperation && ids.includes(page.cooperation)) return page.cooperation;
  return ids.includes(questioned()) ? questioned() : ids[0];
}

/** The layer that the question is about, or the last: it covers the whole territory and is always defined. */
function closureShown() {
  const { closure } = page.about.charts;
  if (page.closure) return page.closure;
  return closure.includes(questioned()) ? questioned() : closure[closure.length - 1];
}

/** Which indicator a chart shows. @param {"cooperation" | "closure" | "productive"} theme @param {string[]} ids @param {string} shown */
function choice(theme, ids, shown) {
  const made = el("select", { id: `${theme}-indicator`, "aria-label": word({ cooperation: "chart.shown", closure: "chart.layers", productive: "chart.definitions" }[theme]) }, ...ids.map((id) => el("option", { value: id, selected: id === shown }, said(indicator(id).label))));
  made.addEventListener("change", () => {
    page[theme] = made.value;
    build();
    document.getElementById(made.id)?.focus();
  });
  return made;
}

/** The three definitions of what is productive, one of them shown. */
function definitions() {
  const buttons = page.about.charts.productive.map((id) => {
    const label = said(indicator(id).label);
    const choose = () => {
      page.productive = id;
      build();
      /** @type {HTMLElement | null} */ (document.querySelector(`[data-definition="${id}"]`))?.focus();
      tell("shown");
    };
    return el("button.small", { type: "button", "data-definition": id, "aria-pressed": String(id === page.productive), title: label, onclick: choose }, word(`definition.${id}`));
  });
  return el("div.definitions", { role: "group", "aria-label": word("chart.definitions") }, ...buttons);
}

/** Curves as far as they were shown: what was not seen yet stays unknown. */
function showCharts() {
  for (const { id, chart, note } of drawings) {
    const column = page.kept.indexOf(id);
    const lines = SLOTS.map((slot) => ({ slot, name: slot.toUpperCase(), values: page.worlds[slot].values.slice(0, page.seen).map((row) => row[column]) }));
    const data = { indicator: indicator(id), lines, bands: luckBands(id, page.seen), months: months(), month: page.month, start: startMonth(), label: `${said(indicator(id).label)}. ${differenceSentence(id, page.month)}` };
    chart.show(data);
    const words = [unitAndDirection(id), page.month > 0 ? zeroNote(data) : ""].filter(Boolean).join(" · ");
    if (note.textContent !== words) note.textContent = words;
  }
  saySentences();
}

/** The sentences under the charts; while time flies they wait. */
function saySentences() {
  if (page.playing && page.month % 12 !== 0) return;
  for (const { id, sentence } of drawings) sentence.textContent = shortDifference(id, page.month);
}
