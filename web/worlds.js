// Other draws of luck: pairs of worlds simulated by as many workers as the machine has processors, counted as they arrive.
import { Office } from "./office.js";
import { isMistake } from "./session.js";
import { months, on, page, tell } from "./state.js";

/** How many pairs are looked at. */
export const WORLDS = 20;

/** @typedef {{ replicate: number, a: (number | null)[][], b: (number | null)[][] }} Pair */
/** @type {Pair[]} */
let pairs = [];
/** @type {Office[]} */
let drawers = [];
let next = 0;
/** Why the two scenarios cannot be paired, where they cannot. */
let refused = "";

export function prepareWorlds() {
  on(["opened", "story"], forgetWorlds);
}

/** The pairs that are known, the one on the stage first. */
export function pairsKnown() {
  return pairs;
}

export function refusedPair() {
  return refused;
}

export function stillDrawing() {
  return drawers.length > 0;
}

/** Begins with the pair on the stage, which is known already, and goes on to the others. */
export function drawWorlds() {
  const { a, b } = page.worlds;
  if (drawers.length > 0 || pairs.length >= WORLDS) return;
  if (pairs.length === 0 && a.done >= months() && b.done >= months()) {
    pairs.push({ replicate: page.replicate, a: a.values, b: b.values });
    next = 1;
  }
  const processors = Math.min(Math.max(2, navigator.hardwareConcurrency || 2), WORLDS - pairs.length);
  drawers = Array.from({ length: processors }, () => new Office());
  for (const office of drawers) void drawOn(office);
  tell("luck");
}

/** Another question: what was drawn answers the one before. */
function forgetWorlds() {
  refused = "";
  for (const office of drawers) office.close();
  drawers = [];
  pairs = [];
  next = 0;
}

/** @param {Office} office */
async function drawOn(office) {
  const { seed, replicate, kept, worlds } = page;
  while (drawers.includes(office) && next < WORLDS) {
    const mine = replicate + next;
    next += 1;
    const asked = office.ask({ do: "pair", a: worlds.a.toml, b: worlds.b.toml, seed, replicate: mine, indicators: kept });
    const pair = await asked.catch((error) => {
      if (!isMistake(error)) throw error;
      refused = error.message;
      return null;
    });
    if (!drawers.includes(office)) return;
    if (!pair) break;
    const { a, b } = pair;
    pairs.push({ replicate: mine, a, b });
    pairs.sort((one, other) => one.replicate - other.replicate);
    tell("luck");
  }
  office.close();
  drawers = drawers.filter((one) => one !== office);
  if (drawers.length === 0) tell("luck");
}
