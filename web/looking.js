// The line above the maps: what the marks mean, and the way into a commune and to a resident for those who do not click.
import { at, el, draw, put } from "./dom.js";
import { chooseResident, focus, individualsKnown, leaveFocus } from "./focus.js";
import { peopleInMark } from "./maps.js";
import { on, page } from "./state.js";
import { counted, word } from "./words.js";

export function prepareLooking() {
  on(["opened", "focus", "words", "story"], fillLooking);
}

export function fillLooking() {
  const communes = page.worlds.a.opened?.communes ?? [];
  const held = document.activeElement?.id;
  put(at("looking"), legend(), el("div.choices", {}, communeChoice(communes), page.commune !== null && residentChoice(), page.commune !== null && backButton()));
  if (held === "commune" || held === "resident") document.getElementById(held)?.focus();
}

function legend() {
  return el(
    "ul.legend",
    { "aria-label": word("legend") },
    mark(0, false, word("origin.local")),
    mark(1, false, word("origin.newcomer")),
    el("li", {}, sign(shapeOf(0, true)), sign(shapeOf(1, true)), word("legend.cooperates")),
    page.commune === null ? badgeSign("M1 7 8 1l7 6h-2v8H3V7z", word("legend.place")) : null,
    page.commune === null ? badgeSign("M8 1l7 7-7 7-7-7z", word("legend.work")) : el("li", {}, ringSign(), word("legend.user")),
    el("li.faint", {}, page.commune === null ? counted("legend.mark", peopleInMark()) : word("legend.one")),
  );
}

/** @param {number} origin @param {boolean} filled @param {string} text */
function mark(origin, filled, text) {
  return el("li", {}, sign(shapeOf(origin, filled)), text);
}

/** @param {number} origin @param {boolean} filled */
function shapeOf(origin, filled) {
  const look = { class: `shape-${origin}`, "fill-opacity": filled ? 1 : 0, "stroke-width": 2, "stroke-linejoin": "round" };
  return origin === 0 ? draw("circle", { cx: 8, cy: 8, r: 5.5, ...look }) : draw("path", { d: "M8 2l6 11H2z", ...look });
}

/** @param {string} path @param {string} text */
function badgeSign(path, text) {
  return el("li", {}, sign(draw("path", { d: path, fill: "currentColor" })), text);
}

function ringSign() {
  return sign(draw("circle", { cx: 8, cy: 8, r: 6.5, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }));
}

/** @param {Node} shape */
function sign(shape) {
  return draw("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, shape);
}

/** @param {Commune[]} communes */
function communeChoice(communes) {
  const order = communes.map((_, index) => index).sort((one, other) => communes[other].population - communes[one].population);
  const options = order.map((index) => el("option", { value: index, selected: page.commune === index }, communes[index].name));
  const choice = el("select", { id: "commune", "aria-label": word("look.commune") }, el("option", { value: "" }, word("look.all")), ...options);
  choice.addEventListener("change", () => {
    if (choice.value !== "") focus(Number(choice.value));
    else if (page.commune !== null) {
      page.resident = null;
      leaveFocus();
    }
  });
  return choice;
}

/** Residents of the commune who have most to tell come first: those of the place, then those with most friends. */
function residentChoice() {
  const { people } = individualsKnown();
  const all = people.a && people.b ? [people.a, people.b] : [];
  /** @type {Map<string, { origin: number, user: number, tied: number }>} */
  const found = new Map();
  for (const { who, origin, user, tied } of all) {
    who.forEach((one, index) => {
      const before = found.get(one);
      found.set(one, { origin: origin[index], user: Math.max(user[index], before?.user ?? 0), tied: Math.max(tied[index], before?.tied ?? 0) });
    });
  }
  const order = [...found].sort(([, one], [, other]) => other.user - one.user || other.tied - one.tied);
  const choice = el("select", { id: "resident", "aria-label": word("look.resident") }, el("option", { value: "" }, word("look.someone")));
  order.forEach(([who, { origin, user, tied }], index) => {
    const what = word(origin === 0 ? "origin.local" : "origin.newcomer");
    choice.append(el("option", { value: who, selected: who === page.resident }, `${index + 1}. ${what}${user ? `, ${word("look.user")}` : ""}, ${counted("look.friends", tied)}`));
  });
  choice.addEventListener("change", () => {
    if (choice.value) chooseResident(choice.value);
    else if (page.resident !== null) leaveFocus();
  });
  return choice;
}

function backButton() {
  return el("button", { type: "button", id: "back", onclick: leaveFocus }, word(page.resident === null ? "look.backAll" : "look.backCommune"));
}
