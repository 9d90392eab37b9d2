// One inhabitant in words: who it is, whom they are tied to, and what happened to them so far.
import { el } from "./dom.js";
import { page } from "./state.js";
import { counted, said, word } from "./words.js";

/** @param {Ego | null | undefined} ego @param {Happening[] | null} life null while it is not known @returns {HTMLElement[]} */
export function lifePanel(ego, life) {
  if (ego === undefined) return [el("p.faint", {}, word("life.asking"))];
  if (ego === null) return [el("p", {}, word("life.absent")), ...happenings(life)];
  const communes = page.worlds.a.opened?.communes ?? [];
  const strong = ego.ties.filter((tie) => tie.strong).length;
  const cross = ego.ties.filter((tie) => tie.origin !== ego.origin).length;
  const origin = word(ego.origin === 0 ? "origin.local" : "origin.newcomer");
  return [
    el("p", {}, el("strong", {}, origin), `, ${counted("life.age", ego.age)}, ${communes[ego.commune]?.name ?? ""}, ${said(ego.occupation)}. ${word(ego.cooperates ? "life.cooperates" : "life.cooperatesNot")}`),
    el("p", {}, `${counted("life.ties", ego.ties.length)} ${counted("life.strong", strong)} ${counted(ego.origin === 0 ? "life.crossNewcomers" : "life.crossLocals", cross)}`),
    ...happenings(life),
  ];
}

/** @param {Happening[] | null} life */
function happenings(life) {
  if (life === null) return [el("p.faint", {}, word("life.asking"))];
  if (life.length === 0) return [el("p.faint", {}, word("life.nothing"))];
  // The newest stands first: that is what was just seen to happen.
  const rows = [...life].reverse().map(({ text }) => el("li", {}, said(text)));
  return [el("ol.happenings", { reversed: true }, ...rows)];
}
