// The room: phones bet beside the wall. This page may talk to nobody; when `hameau workshop --room` serves it, the wall that
// frames it hands in what the room says, and passes on when the vote opens and closes. Anywhere else there is no room.
import { question } from "./band.js";
import { openDialog } from "./dialog.js";
import { announce, el, put } from "./dom.js";
import { qrCode } from "./share.js";
import { on, page } from "./state.js";
import { counted, currentLanguage, inBoth, number, word } from "./words.js";

/** What the wall hands in. @typedef {{ open: boolean, asked: { question: Both, bets: Both[] } | null, counts: number[], phones: string, lost?: boolean }} Told */

/** @type {Told | null} */
let told = null;
/** The bets as they stand on this page. @type {() => { id: string, label: string }[]} */
let betsShown = () => [];
/** The code to photograph, and its address: it is drawn once. @type {{ address: string, drawn: Node } | null} */
let roomCode = null;

/** @param {() => { id: string, label: string }[]} bets */
export function prepareRoom(bets) {
  if (window.parent === window || !location.protocol.startsWith("http")) return;
  betsShown = bets;
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== location.origin || !data?.room) return;
    const before = told;
    told = data.room;
    if (before?.open && !told?.open) announce(result());
    fillRoom();
  });
  on(["story", "shown", "playing"], closeInTime);
  on(["words"], () => toWall({ room: "language", language: currentLanguage() }));
  toWall({ room: "hello" });
  toWall({ room: "language", language: currentLanguage() });
}

/** @param {{ room: string, [key: string]: any }} message */
function toWall(message) {
  window.parent.postMessage(message, location.origin);
}

/** The question and the bets, as phones read them. */
function mine() {
  const both = inBoth(() => [question(), ...betsShown().map(({ label }) => label)]);
  const [asked, ...bets] = both.fr.map((fr, index) => ({ fr, en: both.en[index] }));
  return { question: asked, bets };
}

/** Whether the room was asked what is asked here. */
function isCurrent() {
  if (!told?.asked) return false;
  const { question: asked, bets } = mine();
  return [told.asked.question, ...told.asked.bets].every(({ fr, en }, index) => {
    const here = [asked, ...bets][index];
    return here?.fr === fr && here.en === en;
  });
}

/** Nobody bets on what has been seen, nor on a question that is gone. */
function closeInTime() {
  if (told?.open && (page.seen > 0 || page.playing || !isCurrent())) toWall({ room: "close" });
}

/** The room's part of the left side: nothing where there is no room. */
export function roomPart() {
  return told ? [el("section.room", { id: "room", "aria-labelledby": "room-title" }, ...content())] : [];
}

function fillRoom() {
  const where = document.getElementById("room");
  if (!where) {
    if (told) document.getElementById("run")?.closest(".actions")?.before(...roomPart());
    return;
  }
  const held = document.activeElement;
  const again = held instanceof HTMLElement && where.contains(held) ? held.id : "";
  put(where, ...content());
  if (again) (document.getElementById(again) ?? where.querySelector("button"))?.focus();
}

/** @returns {(Node | false)[]} */
function content() {
  const { open, counts, lost } = /** @type {Told} */ (told);
  const current = isCurrent();
  const votes = current ? counts.reduce((all, one) => all + one, 0) : 0;
  const before = page.seen === 0 && !page.playing;
  const title = el("h3", { id: "room-title" }, word("room.title"));
  const trouble = lost === true && el("p.verdict", { id: "room-lost" }, word("room.lost"));
  if (!before) return [title, trouble, votes > 0 ? bars(votes) : el("p.faint", {}, word("room.none"))];
  if (open && current) return [title, trouble, ...invitation(), tally(votes), el("div.actions", {}, button("room-close", "room.close", () => toWall({ room: "close" }), true), largeButton())];
  const again = button("room-open", votes > 0 ? "room.again" : "room.open", () => toWall({ room: "open", ...mine() }), votes === 0);
  if (votes > 0) return [title, trouble, bars(votes), el("div.actions", {}, again)];
  return [title, trouble, ...invitation(), el("div.actions", {}, again, largeButton())];
}

/** @param {string} id @param {string} key @param {() => void} onclick @param {boolean} primary */
function button(id, key, onclick, primary) {
  return el(primary ? "button.primary" : "button", { type: "button", id, onclick }, word(key));
}

function largeButton() {
  return button("room-large", "room.large", showLarge, false);
}

/** How a phone gets in. While the vote is open nobody sees which way it goes: they would bet with the crowd. */
function invitation() {
  const { phones } = /** @type {Told} */ (told);
  if (roomCode?.address !== phones) roomCode = { address: phones, drawn: qrCode(phones, "room.code") };
  const { hostname } = new URL(phones);
  const here = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  return [el("p", {}, word("room.how")), roomCode.drawn, el("p.room-address", {}, el("code", { id: "room-address" }, phones)), here && el("p.faint", { id: "room-here" }, word("room.here"))];
}

/** @param {number} votes */
function tally(votes) {
  return el("p.verdict", { id: "room-count", "data-votes": String(votes) }, counted("room.votes", votes));
}

/** What the room bet. @param {number} votes */
function bars(votes) {
  const { counts } = /** @type {Told} */ (told);
  const rows = betsShown().map(({ label }, index) => {
    const bar = el("span.room-bar", { "aria-hidden": "true" });
    bar.style.width = `${(100 * counts[index]) / votes}%`;
    return el("li", {}, el("span", {}, label), " ", el("strong", {}, number(counts[index])), bar);
  });
  return el("div", {}, tally(votes), el("ul.room-bars", { id: "room-bars" }, ...rows));
}

/** The result in one sentence, for those who listen. */
function result() {
  const { counts } = /** @type {Told} */ (told);
  return betsShown().map(({ label }, index) => `${label} ${number(counts[index])}`).join("; ");
}

/** The code as large as the wall allows, for the last row. */
function showLarge() {
  const { phones } = /** @type {Told} */ (told);
  openDialog("room-dialog", word("room.title"), [el("div.room-wide", {}, qrCode(phones, "room.code")), el("p.room-address", {}, el("code", {}, phones))]);
}
