// The two maps beside each other: the territory, and on request a commune's residents and one resident's ties.
import { drawCrowd, drawEgo } from "./crowd.js";
import { at, el, put } from "./dom.js";
import { chooseResident, focus, leaveFocus } from "./focus.js";
import { marksFor, TerritoryMap } from "./territory.js";
import { peoplePerMark, placeClusters } from "./layout.js";
import { lifePanel } from "./life.js";
import { colour, sprites } from "./sprites.js";
import { SLOTS, on, page } from "./state.js";
import { counted, said, word } from "./words.js";

/** Marks on a map that can be read one by one. */
const READABLE = 900;

/** @typedef {{ canvas: HTMLCanvasElement, over: HTMLCanvasElement, map: TerritoryMap, standing: import("./crowd.js").Standing[], head: HTMLElement, life: HTMLElement, told: HTMLElement, box: HTMLElement }} Panel */
/** @type {Record<Slot, Panel>} */
let panels;
let perMark = 1;
let shownMonth = -1;
/** The room in which the maps were drawn. */
let drawnIn = "";
/** The change on its way: when it began and how long it takes. */
let turning = { began: 0, lasts: 0, running: false };
/** @type {Map<string, import("./sprites.js").Sprites>} */
const sheets = new Map();

export function prepareMaps() {
  panels = { a: panel("a"), b: panel("b") };
  put(at("maps"), ...SLOTS.map((slot) => panels[slot].box));
  on(["opened", "focus", "words"], redraw);
  on(["shown"], month);
  on(["words", "opened", "story"], heads);
  new ResizeObserver(() => roomOf(panels.a) !== drawnIn && redraw()).observe(panels.a.canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}

/** After the colours changed. */
export function recolour() {
  sheets.clear();
  redraw();
}

export function peopleInMark() {
  return perMark;
}

/** @param {Slot} slot @returns {Panel} */
function panel(slot) {
  const canvas = el("canvas.marks", { role: "img", tabindex: "-1", "aria-labelledby": `told-${slot}` });
  const over = el("canvas.over", { "aria-hidden": "true" });
  const [head, life, told] = [el("h2", { id: `head-${slot}` }), el("div.life", { hidden: true, tabindex: "0", role: "region", "aria-label": slot.toUpperCase() }), el("p.unseen", { id: `told-${slot}` })];
  canvas.addEventListener("click", (event) => clicked(slot, event));
  const box = el("section.panel", { "data-slot": slot, "aria-labelledby": `head-${slot}` }, head, el("div.view", {}, el("div.canvases", {}, canvas, over), life), told);
  const pens = [canvas, over].map((one) => /** @type {CanvasRenderingContext2D} */ (one.getContext("2d")));
  return { canvas, over, map: new TerritoryMap(pens[0], pens[1]), standing: [], head, life, told, box };
}

function heads() {
  for (const slot of SLOTS) {
    const world = page.worlds[slot];
    const name = said(world.name) || world.opened?.name || word("scenario.own");
    put(panels[slot].head, el("span.letter", { "data-slot": slot }, slot.toUpperCase()), el("span", {}, world.changed ? word("scenario.changed", { name }) : name));
  }
}

/** @param {Slot} slot @param {MouseEvent} event */
function clicked(slot, event) {
  const box = panels[slot].canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  if (page.commune === null) {
    const commune = panels[slot].map.communeAt(x, y);
    if (commune !== null) focus(commune);
    return;
  }
  const near = panels[slot].standing.map((one) => ({ who: one.who, far: Math.hypot(one.x - x, one.y - y) })).sort((one, other) => one.far - other.far)[0];
  if (near && near.far < 22) chooseResident(near.who);
  else if (page.resident === null) leaveFocus();
}

/** @param {number} side */
function sheet(side) {
  const ratio = devicePixelRatio || 1;
  const key = `${Math.round(side * 2)}/${ratio}`;
  let found = sheets.get(key);
  if (!found) sheets.set(key, (found = sprites(Math.round(side * 2) / 2, ratio)));
  return found;
}

/** The size of a map's room, and how fine its screen is. @param {Panel} of */
function roomOf({ canvas }) {
  return [canvas.clientWidth, canvas.clientHeight, devicePixelRatio].join();
}

/** The canvases take the size of their room. @param {Panel} of */
function fit({ canvas, over }) {
  const ratio = devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  for (const one of [canvas, over]) {
    one.width = Math.round(width * ratio);
    one.height = Math.round(height * ratio);
    one.getContext("2d")?.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
  return { width, height };
}

/** Everything anew: another scenario, another size, another focus. */
export function redraw() {
  const { a, b } = page.worlds;
  if (!a.opened || !b.opened || a.maps.length === 0 || b.maps.length === 0) return;
  turning.running = false;
  shownMonth = page.month;
  const inks = { ground: colour("--panel"), ink: colour("--ink"), faint: colour("--faint") };
  const communes = a.opened.communes;
  const first = [a.maps[0], b.maps[0]];
  const adults = first[0].communes.reduce((sum, { locals, newcomers }) => sum + locals + newcomers, 0);
  for (const slot of SLOTS) panels[slot].life.hidden = page.resident === null;
  const room = fit(panels.a);
  drawnIn = roomOf(panels.a);
  fit(panels.b);
  if (room.width === 0) return;
  perMark = peoplePerMark(adults, Math.min(READABLE, (room.width * room.height) / 130));
  const counts = communes.map((_, index) => Math.max(...first.map((map) => marksFor(map.communes[index].locals, perMark) + marksFor(map.communes[index].newcomers, perMark))));
  const { clusters, pitch } = placeClusters(communes, counts, room);
  for (const slot of SLOTS) {
    const { map, canvas, over } = panels[slot];
    const shown = page.worlds[slot].maps[page.month];
    if (page.commune === null) map.begin({ clusters, perMark, sprites: sheet(pitch * 0.92), inks, ...room }, shown, communes);
    else individuals(slot, { ...room, sprites: sheet, inks });
    over.hidden = page.commune !== null;
    canvas.classList.toggle("near", page.commune !== null);
  }
  describe();
}

/** Draws what is known of individuals. @param {Slot} slot @param {import("./crowd.js").Room} room */
function individuals(slot, room) {
  const { canvas, life } = panels[slot];
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { people, seats, egos, lives } = focusShown;
  const known = people[slot];
  panels[slot].standing = [];
  pen.clearRect(0, 0, room.width, room.height);
  if (page.resident !== null) {
    const ego = egos[slot];
    if (ego) panels[slot].standing = drawEgo(pen, room, ego);
    put(life, lifePanel(ego, lives[slot]));
  } else if (known) {
    panels[slot].standing = drawCrowd(pen, room, known, seats, null);
  }
}

/** What `focus.js` knows of individuals, given by it when it arrives. @type {{ people: Record<Slot, People | null>, seats: import("./crowd.js").Seats, egos: Record<Slot, Ego | null | undefined>, lives: Record<Slot, Happening[] | null> }} */
let focusShown;

/** @param {typeof focusShown} known */
export function showIndividuals(known) {
  focusShown = known;
  redraw();
}

/** Another month. */
function month() {
  if (page.commune !== null || page.month === shownMonth) return;
  const { a, b } = page.worlds;
  if (!a.opened || !a.maps[page.month] || !b.maps[page.month]) return;
  const near = Math.abs(page.month - shownMonth) === 1;
  shownMonth = page.month;
  for (const slot of SLOTS) panels[slot].map.change(page.worlds[slot].maps[page.month], a.opened.communes);
  const still = !near || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const lasts = still ? 0 : Math.min(350, 850 / page.speed);
  const running = turning.running;
  turning = { began: performance.now(), lasts, running: lasts > 0 };
  if (lasts === 0) for (const slot of SLOTS) panels[slot].map.progress(1);
  else if (!running) requestAnimationFrame(animate);
  if (!page.playing) describe();
}

/** @param {number} now */
function animate(now) {
  if (!turning.running) return;
  const part = Math.min(1, Math.max(0, (now - turning.began) / turning.lasts));
  for (const slot of SLOTS) panels[slot].map.progress(part);
  if (part < 1) requestAnimationFrame(animate);
  else turning.running = false;
}

/** The map in words, for those who do not see it. */
function describe() {
  for (const slot of SLOTS) {
    const map = page.worlds[slot].maps[page.month];
    if (!map) continue;
    const sum = (/** @type {keyof Cluster} */ key) => map.communes.reduce((total, cluster) => total + cluster[key], 0);
    const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole > 0 ? Math.round((100 * part) / whole) : 0);
    const [locals, newcomers] = [sum("locals"), sum("newcomers")];
    const works = map.works.filter(({ stage }) => stage === "operating").length;
    panels[slot].told.textContent = [
      word("map.told", { slot: slot.toUpperCase(), locals, newcomers, ofLocals: share(sum("locals_cooperating"), locals), ofNewcomers: share(sum("newcomers_cooperating"), newcomers) }),
      counted("map.places", map.places.filter(({ open }) => open).length),
      counted("map.works", works),
    ].join(" ");
  }
}
