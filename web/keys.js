// The keyboard: one list for what the keys do and for the dialog that tells it.
import { dialogOpen } from "./dialog.js";
import { leaveFocus } from "./focus.js";
import { openHelp } from "./help.js";
import { changeTheme, otherLanguage, switchWall } from "./look.js";
import { openLuck } from "./luck.js";
import { scrub, setSpeed, stepBy, toggle, toTheEnd } from "./play.js";
import { freely, tellStory } from "./session.js";
import { mayRun, page } from "./state.js";

/** @type {Record<string, () => void>} */
const ACTIONS = {
  " ": toggle,
  ArrowLeft: () => stepBy(-1),
  ArrowRight: () => stepBy(1),
  PageUp: () => stepBy(-12),
  PageDown: () => stepBy(12),
  Home: () => mayRun() && scrub(0),
  End: () => mayRun() && toTheEnd(),
  "+": () => setSpeed(Math.min(24, page.speed * 2)),
  "-": () => setSpeed(Math.max(1, page.speed / 2)),
  c: () => (page.stage === "compare" || page.stage === "explain") && openLuck(),
  p: switchWall,
  d: changeTheme,
  l: otherLanguage,
  0: () => void freely(),
  Escape: () => page.commune !== null && leaveFocus(),
  "?": openHelp,
};

/** What the dialog lists: keys, and the word of what they do. @type {[string, string][]} */
export const SHORTCUTS = [
  ["1 … 5", "keys.story"],
  ["0", "keys.free"],
  ["key.space", "keys.play"],
  ["← →", "keys.month"],
  ["key.pageUp key.pageDown", "keys.year"],
  ["key.home key.end", "keys.ends"],
  ["+ −", "keys.speed"],
  ["C", "keys.luck"],
  ["P", "keys.wall"],
  ["D", "keys.theme"],
  ["L", "keys.language"],
  ["key.escape", "keys.back"],
  ["?", "keys.help"],
];

let active = true;

export function keysActive() {
  return active;
}

/** @param {boolean} wanted */
export function setKeys(wanted) {
  active = wanted;
}

export function prepareKeys() {
  document.addEventListener("keydown", (event) => {
    if (!active || event.ctrlKey || event.altKey || event.metaKey || dialogOpen() || page.about === null) return;
    if (ownKeys(event.target, event.key)) return;
    const story = /^[1-9]$/.test(event.key) ? page.stories[Number(event.key) - 1] : undefined;
    const action = story ? () => void tellStory(story) : ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** Whether what has the focus wants the key for itself. @param {EventTarget | null} target @param {string} key */
function ownKeys(target, key) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("textarea, select, [contenteditable]")) return true;
  if (target instanceof HTMLInputElement) return !(target.type === "radio" && /^[a-z0-9?]$/i.test(key));
  if (target.closest("button, summary, a")) return key === " " || key === "Enter";
  return target.closest(".scroll, pre, .life") !== null && key !== "Escape";
}
