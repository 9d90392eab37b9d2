// The left side: situate, predict, run, compare, explain, each when its time has come.
import { outcome, differenceSentence } from "./compare.js";
import { announce, at, el, paragraphs, put } from "./dom.js";
import { openLuck } from "./luck.js";
import { play, toTheEnd } from "./play.js";
import { prepareRoom, roomPart } from "./room.js";
import { makeBet, setStage } from "./session.js";
import { SLOTS, STAGES, mayRun, months, on, page, questioned, reached } from "./state.js";
import { monthName, number, said, word } from "./words.js";
import { startMonth } from "./state.js";

export function prepareCourse() {
  on(["words", "story", "stage", "opened", "playing"], fillCourse);
  on(["months"], simulated);
  prepareRoom(bets);
}

export function fillCourse() {
  const held = document.activeElement;
  const again = held instanceof HTMLElement && at("course").contains(held) ? held.id : "";
  put(at("course"), steps(), ...situate(), ...predict(), ...roomPart(), ...run(), ...compare(), ...explain());
  if (again) (document.getElementById(again) ?? document.getElementById("run") ?? document.getElementById("luck-open"))?.focus();
  document.querySelector(".pause, .answer")?.scrollIntoView({ block: "nearest" });
}

function steps() {
  const now = STAGES.indexOf(page.stage);
  const items = STAGES.map((stage, index) => el("li", { class: index < now ? "done" : null, "aria-current": index === now && "step" }, word(`stage.${stage}`)));
  return el("ol.steps", { "aria-label": word("stages") }, ...items);
}

/** Whether the stage has come so far. @param {import("./state.js").Stage} stage */
function come(stage) {
  return STAGES.indexOf(page.stage) >= STAGES.indexOf(stage);
}

function situate() {
  const { story } = page;
  if (!story) return [el("h2", {}, word("free.title")), el("p", {}, word("free.situate"))];
  const text = el("div", {}, ...paragraphs(said(story.situate)));
  return [el("h2", {}, said(story.title)), come("run") && page.seen > 0 ? el("details", {}, el("summary", {}, word("stage.situate")), text) : text];
}

/** The bets of a story, or those that any comparison allows. */
function bets() {
  if (page.story) return page.story.bets.map(({ id, label }) => ({ id, label: said(label) }));
  return ["a", "same", "b"].map((id) => ({ id, label: word(`free.bet.${id}`) }));
}

function predict() {
  const open = page.seen === 0;
  const made = bets().find(({ id }) => id === page.bet);
  if (!open) return [el("h3", {}, word("bet.yours")), el("p.bet-made", {}, made?.label ?? word("bet.skipped"))];
  const choices = bets().map(({ id, label }) => {
    const input = el("input", { type: "radio", name: "bet", id: `bet-${id}`, value: id });
    input.checked = id === page.bet;
    input.addEventListener("change", () => makeBet(id));
    return el("label.bet", { for: `bet-${id}` }, input, el("span", {}, label));
  });
  return [el("fieldset.bets", {}, el("legend", {}, word("bet.title")), el("p.faint", {}, word("bet.why")), ...choices)];
}

function run() {
  const ready = months() > 0;
  if (page.pause) return pauseCard(page.pause);
  if (come("compare") && !page.playing) return [];
  const button = el("button.primary", { type: "button", id: "run", disabled: !mayRun() || !ready || page.playing, onclick: play }, word(page.seen > 0 ? "run.on" : "run"));
  const skip = page.bet === null && el("button.quiet", { type: "button", id: "skip-bet", onclick: () => makeBet("skip") }, word("bet.skip"));
  return [el("div.actions", {}, button, skip, mayRun() && ready && endButton()), el("p.faint", { id: "simulated" }, simulatedText())];
}

function endButton() {
  return el("button.quiet", { type: "button", id: "to-the-end", onclick: toTheEnd }, word("run.end"));
}

function simulatedText() {
  if (!mayRun()) return word("run.locked");
  return reached() > 0 && reached() < months() ? word("run.simulated", { month: monthName(startMonth(), reached()) }) : "";
}

function simulated() {
  const line = document.getElementById("simulated");
  if (line) line.textContent = simulatedText();
}

/** A pause of the story: the room talks before it goes on. @param {{ month: number, debrief: Both }} pause */
function pauseCard(pause) {
  announce(said(pause.debrief));
  const go = el("button.primary", { type: "button", id: "run", onclick: play }, word("run.on"));
  return [el("section.pause", { "aria-labelledby": "pause-title" }, el("h3", { id: "pause-title" }, word("pause.title", { month: monthName(startMonth(), pause.month) })), ...paragraphs(said(pause.debrief)), el("div.actions", {}, go, endButton()))];
}

function compare() {
  if (!come("compare")) return [];
  const id = questioned();
  const luck = el("button.primary", { type: "button", id: "luck-open", onclick: openLuck }, word("luck.open"));
  const on = page.stage === "compare" && el("button", { type: "button", id: "explain", onclick: () => setStage("explain") }, word("stage.explain"));
  return [el("section.answer", { "aria-labelledby": "answer-title" }, el("h3", { id: "answer-title" }, word("stage.compare")), el("p", {}, differenceSentence(id, months())), ...paragraphs(answer()), el("div.actions", {}, luck, on))];
}

/** What is said to the bet that was made; what came out where none was. */
function answer() {
  const { story, bet } = page;
  const made = story?.bets.find(({ id }) => id === bet);
  if (made) return said(made.answer);
  const found = outcome(questioned(), months());
  if (bet === "skip" || bet === null) return word(`free.found.${found}`);
  return `${word(bet === found ? "free.right" : "free.wrong")} ${word(`free.found.${found}`)}`;
}

function explain() {
  if (page.stage !== "explain") return [];
  const text = page.story ? said(page.story.explain) : word("free.explain");
  const limits = page.story ? said(page.story.limits) : word("free.limits");
  return [el("section", { "aria-labelledby": "explain-title" }, el("h3", { id: "explain-title" }, word("stage.explain")), ...paragraphs(text), el("h3", {}, word("limits")), ...paragraphs(limits), el("p.faint", {}, word("world.which", { number: number(page.replicate + 1), seed: number(page.seed), slots: SLOTS.length })))];
}
