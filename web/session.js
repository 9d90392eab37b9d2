// The course of a session: which story, which two scenarios, the bet, and the two worlds that answer it.
import { at } from "./dom.js";
import { Mistaken, Office } from "./office.js";
import { SLOTS, STAGES, emptyWorld, months, page, tell, tellAtLeisure } from "./state.js";

/** @type {Record<Slot, Office>} */
let offices;
/** Opening takes a moment; what was asked before the last is dropped. */
let opening = 0;

/** Makes the two workers and reads the tables of the model. */
export async function prepare() {
  offices = { a: new Office(lived), b: new Office(lived) };
  page.stories = JSON.parse(at("stories").textContent ?? "[]");
  const [about, levers] = await Promise.all([ask("a", { do: "about" }), ask("a", { do: "levers" })]);
  page.about = about;
  page.levers = levers;
  for (const one of /** @type {About} */ (about).indicators) page.indicators.set(one.id, one);
  const { cooperation, closure, productive } = page.about.charts;
  page.kept = [...new Set([...cooperation, ...closure, ...productive, ...page.stories.map((story) => story.indicator)])];
  page.productive = productive[0];
  page.wanted = cooperation[0];
}

/** Puts a question to the worker of a world. @param {Slot} slot @param {{ do: string, [key: string]: any }} request */
export function ask(slot, request) {
  return offices[slot].ask(request);
}

/** Puts a story on the stage: its two scenarios in its world. @param {Story} story */
export async function tellStory(story) {
  page.story = story;
  page.seed = story.seed;
  page.replicate = story.replicate;
  restart();
  tell("story");
  await openWorlds({ a: { toml: story.a.toml, name: story.a.name }, b: { toml: story.b.toml, name: story.b.name } });
}

/** A story in another world than its own, or with a scenario changed. @param {Story} story @param {Record<Slot, { toml: string, name: Both | null }>} given */
export async function restoreWorlds(story, given) {
  page.story = story;
  restart();
  tell("story");
  await openWorlds(given);
}

/** Any two scenarios, in the same world. @param {Partial<Record<Slot, { toml: string, name: Both | null }>>} [given] */
export async function freely(given = {}) {
  const [first, second] = page.about.scenarios;
  const { a, b } = page.worlds;
  page.story = null;
  restart();
  tell("story");
  await openWorlds({
    a: given.a ?? { toml: a.toml || first.toml, name: a.toml ? a.name : first.title },
    b: given.b ?? { toml: b.toml || second.toml, name: b.toml ? b.name : second.title },
  });
}

/** Other scenarios in one world or both, refused as `hameau check` refuses them. It is no story any more, and a bet is to be
 * made anew, unless none was wanted. @param {Partial<Record<Slot, { toml: string, name: Both | null }>>} given @param {number | null} [replicate] another draw of luck @param {boolean} [goingOn] */
export async function replaceScenarios(given, replicate = null, goingOn = false) {
  for (const slot of SLOTS) {
    const toml = given[slot]?.toml;
    if (toml !== undefined) await ask(slot, { do: "check", toml, file: "scenario.toml" });
  }
  if (page.story) {
    page.wanted = page.story.indicator;
    page.story = null;
  }
  if (replicate !== null) page.replicate = replicate;
  restart();
  if (goingOn) Object.assign(page, { bet: "skip", stage: "run" });
  tell("story");
  await openWorlds(given);
}

/** Back to the first question: the bet is to be made again. */
function restart() {
  Object.assign(page, { stage: "situate", bet: null, month: 0, seen: 0, playing: false, pause: null, commune: null, resident: null });
  page.passed.clear();
  tell("stage", "playing", "focus", "luck");
}

/** Founds the worlds given; one that is not given and open stays as it is, with all that was simulated of it. One that was still
 * being opened is opened anew: whatever opened it is dropped. @param {Partial<Record<Slot, { toml: string, name: Both | null }>>} given */
async function openWorlds(given) {
  opening += 1;
  const mine = opening;
  const slots = SLOTS.filter((slot) => given[slot] || !page.worlds[slot].opened);
  for (const slot of slots) {
    const { toml, name, changed } = page.worlds[slot];
    page.worlds[slot] = { ...emptyWorld(slot), ...(given[slot] ?? { toml, name, changed }), number: mine };
  }
  const { seed, replicate, kept, worlds } = page;
  for (const slot of slots) void ask(slot, { do: "halt" });
  // Two worlds that begin alike are founded once: one worker opens both, and the other takes over what it knows.
  const founder = slots[0];
  const founded = slots.map(async (slot) => {
    const open = { do: "open", slot, toml: worlds[slot].toml, seed, replicate, indicators: kept };
    const [opened, map] = await Promise.all([ask(founder, open), ask(founder, { do: "map", slot })]);
    return { opened, map };
  });
  const [opened] = await Promise.all([Promise.all(founded), slots.length > 1 && handOver(), tellAtLeisure("opened"), page.made]);
  if (mine !== opening) return;
  slots.forEach((slot, index) => {
    const world = page.worlds[slot];
    world.name ??= opened[index].opened.title;
    Object.assign(world, { opened: opened[index].opened, maps: [opened[index].map] });
  });
  if (page.stage === "situate") page.stage = "predict";
  await tellAtLeisure("opened", "shown", "stage", "levers");
}

/** The worker of B takes over all that the worker of A knows. */
async function handOver() {
  const known = await ask("a", { do: "copy" });
  await offices.b.ask({ do: "become", known }, [known]);
}

/** Months arrived from a worker; some may be known already. @param {{ slot: Slot, world: number, done: number, values: any[], maps: MapShown[], events: Happening[], bug?: string }} news */
function lived(news) {
  if (news.bug) throw new Error(news.bug);
  const world = page.worlds[news.slot];
  const known = world.done - (news.done - news.values.length);
  if (!world.opened || news.world !== world.number || known < 0 || known >= news.values.length) return;
  world.values.push(...news.values.slice(known));
  world.maps.push(...news.maps.slice(known));
  world.events.push(...news.events.filter(({ month }) => month > world.done));
  world.done = news.done;
  tell("months");
}

/** The bet made; it unlocks Run. @param {string} bet */
export function makeBet(bet) {
  page.bet = bet;
  if (page.stage === "situate" || page.stage === "predict") setStage("run");
  tell("stage");
}

/** @param {import("./state.js").Stage} stage */
export function setStage(stage) {
  if (STAGES.indexOf(stage) <= STAGES.indexOf(page.stage) && stage !== "predict") return;
  page.stage = stage;
  tell("stage");
}

/** Lets both worlds live to their end, each in its worker. */
export function liveOn() {
  for (const slot of SLOTS) {
    const { done, number } = page.worlds[slot];
    if (done < months()) void ask(slot, { do: "advance", slot, world: number, to: months(), done });
  }
}

/** Whether an error is a mistake in a scenario rather than one of ours. @param {unknown} error @returns {error is Mistaken} */
export function isMistake(error) {
  return error instanceof Mistaken;
}
