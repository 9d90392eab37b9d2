// Dialogs of the browser, with a title and a way out; the focus comes back to where it was.
import { at, el, put } from "./dom.js";
import { word } from "./words.js";

/** Opens a dialog; its content is made anew each time. @param {string} id @param {string} title @param {(Node | string | null | false)[]} content @param {() => void} [closed] */
export function openDialog(id, title, content, closed) {
  document.getElementById(id)?.remove();
  const close = el("button", { type: "button", onclick: () => made.close() }, word("close"));
  const made = el("dialog", { id, "aria-labelledby": `${id}-title` }, el("div.dialog-head", {}, el("h2", { id: `${id}-title` }, title), close), el("div.dialog-body", { id: `${id}-body`, tabindex: "-1" }, ...content));
  made.addEventListener("close", () => {
    made.remove();
    closed?.();
  });
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  at("dialogs").append(made);
  made.showModal();
  return made;
}

/** Whether a dialog stands over the page. */
export function dialogOpen() {
  return document.querySelector("dialog[open]") !== null;
}

/** Other content for a dialog that is open. @param {string} id @param {(Node | string | null | false)[]} content */
export function fillDialog(id, content) {
  const body = document.getElementById(`${id}-body`);
  if (body) put(body, ...content);
}

/** A table with its caption. @param {string} caption @param {string[]} head @param {string[][]} rows */
export function table(caption, head, rows) {
  const cells = (/** @type {string[]} */ row) => row.map((text, index) => (index === 0 ? el("th", { scope: "row" }, text) : el("td", {}, text)));
  return el(
    "div.scroll",
    { tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, text)))), el("tbody", {}, ...rows.map((row) => el("tr", {}, ...cells(row))))),
  );
}

/** Rows as a file of comma-separated values. @param {(string | number | null)[][]} rows */
export function csv(rows) {
  const cell = (/** @type {string | number | null} */ value) => {
    const text = value === null ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";
}
