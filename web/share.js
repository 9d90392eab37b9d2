// The dialog of the link: the address, its QR qrCode, and the digests by which two machines see that they show the same.
import { fillDialog, openDialog } from "./dialog.js";
import { announce, draw, el } from "./dom.js";
import { linkNow } from "./link.js";
import { qrSquares } from "./qr.js";
import { ask } from "./session.js";
import { SLOTS, page } from "./state.js";
import { word } from "./words.js";

/** Longer texts make squares too small for a phone across a room. */
const SCANNABLE = 1_200;

export async function openShare() {
  openDialog("share-dialog", word("share.title"), []);
  const address = await linkNow();
  const field = el("textarea", { id: "link", readonly: true, rows: 3, "aria-label": word("share.link") }, address);
  const copy = el("button.primary", { type: "button", id: "copy-link", onclick: () => void copyLink(field) }, word("share.copy"));
  const digests = el("p", { id: "digests" });
  const compute = el("button", { type: "button", id: "digest", onclick: () => void showDigests(digests) }, word("share.digest"));
  fillDialog("share-dialog", [el("p", {}, word("share.what")), field, el("p", {}, copy), qrCode(address), location.protocol === "file:" && el("p.faint", {}, word("share.file")), el("p.faint", {}, word("share.digestWhat")), el("p", {}, compute), digests]);
}

/** @param {HTMLTextAreaElement} field */
async function copyLink(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    announce(word("share.copied"));
  } catch {
    // The text is selected: the keyboard copies it.
    announce(word("share.selected"));
  }
}

/** A code to photograph. @param {string} address @param {string} [label] key of what is said to those who do not see it */
export function qrCode(address, label = "share.qr") {
  const squares = address.length <= SCANNABLE ? qrSquares(address) : null;
  if (!squares) return el("p.faint", {}, word("share.tooLong"));
  const side = squares.length + 8;
  const dark = squares.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + 4} ${y + 4}h1v1h-1z`] : []))).join("");
  return el("div.qr", {}, draw("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": word(label), "shape-rendering": "crispEdges" }, draw("path", { d: `M0 0h${side}v${side}H0z`, fill: "#fff" }), draw("path", { d: dark, fill: "#000" })));
}

/** @param {HTMLElement} where */
async function showDigests(where) {
  where.textContent = word("share.digestWait");
  const { seed, replicate, worlds } = page;
  const found = await Promise.all(SLOTS.map((slot) => ask(slot, { do: "digest", toml: worlds[slot].toml, seed, replicate })));
  where.replaceChildren(...SLOTS.map((slot, index) => el("span.digest", {}, `${slot.toUpperCase()} `, el("code", { id: `digest-${slot}` }, found[index].digest))));
}
