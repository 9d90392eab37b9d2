// Scenarios as TOML files, out and in; mistakes are said as `hameau check` says them.
import { openDialog } from "./dialog.js";
import { announce, download, el } from "./dom.js";
import { isMistake, replaceScenarios } from "./session.js";
import { SLOTS, page } from "./state.js";
import { word } from "./words.js";

/** Larger files are no scenarios. */
const LARGEST = 100_000;

export function openFiles() {
  const mistakes = el("pre", { id: "mistakes", tabindex: "0", role: "region", "aria-label": word("files.mistakes"), hidden: true });
  openDialog("files-dialog", word("files.title"), [el("p", {}, word("files.what")), el("div.two", {}, ...SLOTS.map((slot) => one(slot, mistakes))), mistakes]);
}

/** @param {Slot} slot @param {HTMLElement} mistakes */
function one(slot, mistakes) {
  const world = page.worlds[slot];
  const name = world.opened?.name ?? "scenario";
  const save = el("button", { type: "button", id: `save-${slot}`, onclick: () => download(`${name}.toml`, world.toml, "application/toml") }, word("files.save"));
  const text = el("textarea", { id: `toml-${slot}`, rows: 9, spellcheck: "false", "aria-label": word("files.text", { slot: slot.toUpperCase() }) });
  text.value = world.toml;
  const file = el("input", { type: "file", id: `open-${slot}`, accept: ".toml", "aria-label": word("files.open", { slot: slot.toUpperCase() }) });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (chosen.size > LARGEST) return sayMistakes(mistakes, word("files.large"));
    text.value = await chosen.text();
    await take(slot, text.value, mistakes);
  });
  const use = el("button", { type: "button", id: `use-${slot}`, onclick: () => void take(slot, text.value, mistakes) }, word("files.use"));
  return el("section", {}, el("h3", {}, el("span.letter", { "data-slot": slot }, slot.toUpperCase()), ` ${name}`), file, text, el("div.actions", {}, use, save));
}

/** @param {Slot} slot @param {string} toml @param {HTMLElement} mistakes */
async function take(slot, toml, mistakes) {
  try {
    await replaceScenarios({ [slot]: { toml, name: null } });
    mistakes.hidden = true;
    announce(word("files.taken", { slot: slot.toUpperCase() }));
  } catch (error) {
    if (!isMistake(error)) throw error;
    sayMistakes(mistakes, error.message);
  }
}

/** @param {HTMLElement} mistakes @param {string} text */
function sayMistakes(mistakes, text) {
  mistakes.textContent = text;
  mistakes.hidden = false;
  mistakes.focus();
}
