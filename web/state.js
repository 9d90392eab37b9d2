// What the page knows: the tables of the model, the story, the two worlds, the month shown. Whoever changes it tells so by
// a topic, and those who draw listen to it.
import { breath } from "./unpack.js";

/** @typedef {"words" | "story" | "opened" | "months" | "shown" | "stage" | "playing" | "focus" | "luck" | "levers"} Topic */
/** @typedef {"situate" | "predict" | "run" | "compare" | "explain"} Stage */

export const STAGES = /** @type {Stage[]} */ (["situate", "predict", "run", "compare", "explain"]);
export const SLOTS = /** @type {Slot[]} */ (["a", "b"]);

/** @param {Slot} slot @returns {World} */
export function emptyWorld(slot) {
  return { slot, number: 0, toml: "", name: null, opened: null, done: 0, values: [], maps: [], events: [] };
}

export const page = {
  /** @type {About} */ about: /** @type {any} */ (null),
  /** @type {Levers} */ levers: /** @type {any} */ (null),
  /** @type {Story[]} */ stories: [],
  /** @type {Map<string, Indicator>} */ indicators: new Map(),
  /** Indicators kept of each world, in the order of the values. @type {string[]} */ kept: [],
  /** The story told; none in free mode. @type {Story | null} */ story: null,
  /** Indicator that a bet in free mode is about. */ wanted: "",
  /** @type {Stage} */ stage: "situate",
  /** The bet made; "skip" when none was wanted. @type {string | null} */ bet: null,
  /** Which world: everything random hangs on these two. */ seed: 1,
  replicate: 0,
  /** @type {Record<Slot, World>} */ worlds: { a: emptyWorld("a"), b: emptyWorld("b") },
  /** Month shown, and the last one that was ever shown. */ month: 0,
  seen: 0,
  playing: false,
  /** Months a second. */ speed: 6,
  /** Pause months that were passed. @type {Set<number>} */ passed: new Set(),
  /** The pause that waits for the room. @type {{ month: number, debrief: Both } | null} */ pause: null,
  /** Commune looked into, and resident looked at. @type {number | null} */ commune: null,
  /** @type {string | null} */ resident: null,
  /** Which of the productive definitions is shown, and which indicator of cooperation or layer of closure when one was chosen. */ productive: "",
  cooperation: "",
  closure: "",
  wall: false,
  /** The page was made and can show worlds. @type {Promise<void>} */ made: Promise.resolve(),
};

/** @type {Map<Topic, (() => void)[]>} */
const listeners = new Map();

/** @param {Topic[]} topics @param {() => void} listener */
export function on(topics, listener) {
  for (const topic of topics) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

/** @param {...Topic} topics */
export function tell(...topics) {
  const heard = new Set(topics.flatMap((topic) => listeners.get(topic) ?? []));
  for (const listener of heard) listener();
}

/** Milliseconds of drawing after which the page looks at what else there is to do. */
const LONG = 12;

/** Does one thing after the other, and lets the page breathe between them when they take long. @param {Iterable<() => void>} things */
export async function atLeisure(things) {
  let began = performance.now();
  for (const thing of things) {
    thing();
    if (performance.now() - began < LONG) continue;
    await breath();
    began = performance.now();
  }
}

/** Tells as `tell` does, of what takes long to draw. @param {...Topic} topics */
export function tellAtLeisure(...topics) {
  return atLeisure(new Set(topics.flatMap((topic) => listeners.get(topic) ?? [])));
}

/** The number of months that both worlds can show. */
export function months() {
  const { a, b } = page.worlds;
  return Math.min(a.opened?.months ?? 0, b.opened?.months ?? 0);
}

/** How far both worlds were simulated. */
export function reached() {
  return Math.min(page.worlds.a.done, page.worlds.b.done, months());
}

export function startMonth() {
  return page.worlds.a.opened?.start ?? "2000-01";
}

/** @param {string} id */
export function indicator(id) {
  const found = page.indicators.get(id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

/** The value of an indicator in a world after so many months. @param {Slot} slot @param {string} id @param {number} month */
export function valueAt(slot, id, month) {
  return page.worlds[slot].values[month - 1]?.[page.kept.indexOf(id)] ?? null;
}

/** The indicator that the question is about. */
export function questioned() {
  return page.story?.indicator ?? page.wanted;
}

/** Whether Run is unlocked. */
export function mayRun() {
  return page.bet !== null;
}
