// The difference between A and B, in a sentence.
import { indicator, startMonth, valueAt } from "./state.js";
import { amount, monthName, said, size, word } from "./words.js";

/** How A and B differ: in which way, and what fills the sentence. @param {string} id @param {number} month */
function gapOf(id, month) {
  const of = indicator(id);
  const [a, b] = [valueAt("a", id, month), valueAt("b", id, month)];
  const what = { month: monthName(startMonth(), month), a: amount(of, a), b: amount(of, b) };
  if (a === null || b === null) return { way: "undefined", filling: what };
  const gap = b - a;
  const filling = { ...what, size: size(of, gap) };
  if (gap === 0) return { way: "same", filling };
  if (Math.abs(gap) < of.smallest_effect) return { way: "small", filling };
  return { way: gap > 0 ? "more" : "less", filling };
}

/** The whole sentence: the month, both values, the difference. @param {string} id @param {number} month */
export function differenceSentence(id, month) {
  if (month === 0) return word("compare.notYet");
  const { way, filling } = gapOf(id, month);
  return word(`compare.${way}`, filling);
}

/** The difference alone, where the values stand at the ends of the lines. @param {string} id @param {number} month */
export function shortDifference(id, month) {
  if (month === 0) return "";
  const { way, filling } = gapOf(id, month);
  return word(`short.${way}`, filling);
}

/** Which of A and B does better, in the eyes of who reads the question: "a", "b", or "same". @param {string} id @param {number} month */
export function outcome(id, month) {
  const of = indicator(id);
  const [a, b] = [valueAt("a", id, month), valueAt("b", id, month)];
  if (a === null || b === null || Math.abs(b - a) < of.smallest_effect) return "same";
  return b > a ? "b" : "a";
}

/** Title of an indicator with its unit and which way is better. @param {string} id */
export function unitAndDirection(id) {
  const of = indicator(id);
  const direction = of.better === null ? "" : word(of.better === "more" ? "chart.moreIsBetter" : "chart.lessIsBetter");
  return [of.share || of.event ? "" : said(of.unit), direction].filter(Boolean).join(" · ");
}
