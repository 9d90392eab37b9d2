// Help: how a session goes, the keys, and which version this is.
import { openDialog } from "./dialog.js";
import { el } from "./dom.js";
import { SHORTCUTS, keysActive, setKeys } from "./keys.js";
import { page } from "./state.js";
import { word } from "./words.js";

/** @param {string} keys */
function keyNames(keys) {
  return keys.startsWith("key.") ? keys.split(" ").map((key) => el("kbd", {}, word(key))) : [el("kbd", {}, keys)];
}

export function openHelp() {
  const keys = SHORTCUTS.flatMap(([key, what]) => [el("dt", {}, ...keyNames(key)), el("dd", {}, word(what))]);
  const active = el("input", { type: "checkbox", id: "keys-active" });
  active.checked = keysActive();
  active.addEventListener("change", () => setKeys(active.checked));
  const { version, model_version, commit } = page.about;
  openDialog("help-dialog", word("help.title"), [
    el("p", {}, word("help.course")),
    el("p", {}, word("help.model")),
    el("h3", {}, word("keys.title")),
    el("label.check", { for: "keys-active" }, active, word("keys.active")),
    el("dl.keys", {}, ...keys),
    el("p.faint", {}, word("help.version", { version, number: model_version, commit: commit ?? "" })),
  ]);
}
