// The numbers under a chart: a table a year, and all months as a file.
import { csv, openDialog, table } from "./dialog.js";
import { download, el } from "./dom.js";
import { SLOTS, indicator, page, startMonth, valueAt } from "./state.js";
import { amount, difference, monthCode, monthName, said, word } from "./words.js";

/** @param {string} theme @param {string[]} ids */
export function openNumbers(theme, ids) {
  const title = word("numbers.title", { what: word(`chart.${theme}`) });
  const save = el("button", { type: "button", id: "numbers-csv", onclick: () => download(`hameau-${theme}.csv`, csv(monthly(ids)), "text/csv") }, word("numbers.csv"));
  const content = page.seen === 0 ? [el("p", {}, word("compare.notYet"))] : [el("p", {}, save), ...ids.map(yearly)];
  openDialog("numbers", title, content);
}

/** @param {string} id */
function yearly(id) {
  const of = indicator(id);
  const shown = Array.from({ length: page.seen }, (_, index) => index + 1).filter((month) => monthCode(startMonth(), month).endsWith("-12") || month === page.seen);
  const rows = shown.map((month) => {
    const [a, b] = SLOTS.map((slot) => valueAt(slot, id, month));
    return [monthName(startMonth(), month, "short"), amount(of, a), amount(of, b), a === null || b === null ? word("undefined") : difference(of, b - a)];
  });
  return table(said(of.label), [word("month"), "A", "B", word("numbers.difference")], rows);
}

/** @param {string[]} ids */
function monthly(ids) {
  const head = ["month", ...ids.flatMap((id) => SLOTS.map((slot) => `${id}_${slot}`))];
  const rows = Array.from({ length: page.seen }, (_, index) => [monthCode(startMonth(), index + 1), ...ids.flatMap((id) => SLOTS.map((slot) => valueAt(slot, id, index + 1)))]);
  return [head, ...rows];
}
