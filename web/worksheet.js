// Two pages for the hands: the question and the bet before, what was seen and said after.
import { question } from "./band.js";
import { differenceSentence } from "./compare.js";
import { at, el, paragraphs, put } from "./dom.js";
import { SLOTS, months, page, questioned, startMonth } from "./state.js";
import { monthName, said, word } from "./words.js";

export function fillWorksheet() {
  const { story, worlds } = page;
  if (!worlds.a.opened || !worlds.b.opened) return;
  const bets = story ? story.bets.map(({ label }) => said(label)) : ["a", "same", "b"].map((id) => word(`free.bet.${id}`));
  const names = SLOTS.map((slot) => el("p", {}, el("strong", {}, `${slot.toUpperCase()} `), said(worlds[slot].name) || worlds[slot].opened?.name || ""));
  put(
    at("worksheet"),
    el(
      "section.sheet",
      {},
      el("p.sheet-head", {}, `hameau · ${word("sheet.title")}`, el("span", {}, word("sheet.group"))),
      el("h2", {}, story ? said(story.title) : word("free.title")),
      ...(story ? paragraphs(said(story.situate)) : []),
      ...names,
      el("h3", {}, word("sheet.question")),
      el("p.sheet-question", {}, question()),
      el("h3", {}, word("sheet.bet")),
      ...bets.map((text) => el("p.sheet-bet", {}, el("span.box"), text)),
      el("h3", {}, word("sheet.why")),
      ...lines(4),
      el("h3", {}, word("sheet.sketch")),
      sketch(),
      el("p.faint", {}, word("caveat")),
    ),
    el(
      "section.sheet",
      {},
      el("p.sheet-head", {}, `hameau · ${word("sheet.title")}`, el("span", {}, word("sheet.after"))),
      ...(story?.pauses ?? []).flatMap(({ month, debrief }) => [el("h3", {}, monthName(startMonth(), month)), ...paragraphs(said(debrief)), ...lines(2)]),
      el("h3", {}, word("stage.compare")),
      el("p", {}, page.seen >= months() ? differenceSentence(questioned(), months()) : word("sheet.readOff")),
      ...lines(2),
      el("h3", {}, word("sheet.luck")),
      ...lines(2),
      el("h3", {}, word("stage.explain")),
      ...lines(3),
      el("h3", {}, word("limits")),
      ...paragraphs(story ? said(story.limits) : word("free.limits")),
    ),
  );
}

/** @param {number} count */
function lines(count) {
  return Array.from({ length: count }, () => el("div.write"));
}

/** Axes in which a curve of A and one of B can be drawn by hand. */
function sketch() {
  const first = monthName(startMonth(), 1);
  const last = monthName(startMonth(), months());
  return el("div.sketch", {}, el("span", {}, first), el("span", {}, last));
}
