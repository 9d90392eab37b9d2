// What can be changed: which scenario, its instruments with their months and levers, and apart from them what is assumed,
// which is the same in A and in B.
import { at, el, put } from "./dom.js";
import { date, leverRow } from "./leverrow.js";
import { catchUp, farthest } from "./play.js";
import { ask, isMistake, replaceScenarios } from "./session.js";
import { SLOTS, months, on, page } from "./state.js";
import { said, word } from "./words.js";

/** Which world the levers belong to. @type {Slot} */
let slot = "b";
/** Parts that stand open, by id. @type {Set<string>} */
const open = new Set();

export function prepareLevers() {
  on(["levers", "opened", "words", "story"], fillLevers);
}

function fillLevers() {
  const world = page.worlds[slot].opened;
  if (!world) return;
  const held = document.activeElement?.id;
  const scroll = at("left").scrollTop;
  put(
    at("levers"),
    folded("levers-policy", word("levers.title"), () => [
      slotChoice(),
      scenarioChoice(),
      ...world.programme.map(entryPart),
      addPart(),
    ]),
    complaint(),
    folded("levers-assumed", word("assumed.title"), () => [el("p.faint", {}, word("assumed.what")), ...page.levers.assumptions.map(assumedPart)]),
    folded("levers-world", word("world.title"), worldPart),
  );
  at("left").scrollTop = scroll;
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}

/** A part that is filled only while it stands open. @param {string} id @param {string} title @param {() => (Node | string | null | false)[]} content */
function folded(id, title, content) {
  const body = el("div");
  const summary = el("summary", { id: `${id}-title` }, title);
  const made = el("details", { id }, summary, body);
  const fill = () => {
    made.open = open.has(id);
    put(body, ...(made.open ? content() : []));
  };
  // At once, not when the browser tells of it: the levers may be made anew before.
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    if (!open.delete(id)) open.add(id);
    fill();
  });
  fill();
  return made;
}

function slotChoice() {
  const buttons = SLOTS.map((one) => el("button.small", { type: "button", id: `levers-${one}`, "aria-pressed": String(one === slot), onclick: () => ((slot = one), fillLevers()) }, word("levers.of", { slot: one.toUpperCase() })));
  return el("div.two", { role: "group", "aria-label": word("levers.which") }, ...buttons);
}

function scenarioChoice() {
  const world = page.worlds[slot];
  const known = page.about.scenarios.find(({ toml }) => toml === world.toml);
  const own = !known && el("option", { value: "", selected: true }, said(world.name) || world.opened?.name || word("scenario.own"));
  const choice = el("select", { id: "scenario" }, own, ...page.about.scenarios.map((one) => el("option", { value: one.name, selected: one === known }, said(one.title))));
  choice.addEventListener("change", () => {
    const chosen = page.about.scenarios.find(({ name }) => name === choice.value);
    if (chosen) void change({ [slot]: { toml: chosen.toml, name: chosen.title } });
  });
  return el("div.lever", {}, el("label", { for: "scenario" }, word("levers.scenario")), choice);
}

/** @param {Entry} entry */
function entryPart(entry) {
  const instrument = page.levers.instruments.find(({ id }) => id === entry.instrument);
  const until = entry.until ?? word("levers.toTheEnd");
  const id = `entry-${entry.name}`;
  return folded(id, `${said(entry.label)} (${entry.from} – ${until})`, () => [
    el("div.two", {}, dated(entry, "from", entry.from), dated(entry, "until", entry.until ?? "")),
    ...(instrument?.levers ?? []).map((lever) => leverRow(lever, entry.levers[lever.key] ?? lever.default, `${id}-${lever.key}`, (value) => void edit([slot], { set: [`programme.${entry.name}.${lever.key}=${written(value)}`] }))),
    el("button.quiet", { type: "button", id: `${id}-drop`, onclick: () => void edit([slot], { drop: [entry.name] }) }, word("levers.drop", { what: said(entry.label) })),
  ]);
}

/** @param {Entry} entry @param {"from" | "until"} which @param {string} value */
function dated(entry, which, value) {
  const id = `entry-${entry.name}-${which}`;
  return el("div.lever", {}, el("label", { for: id }, word(`levers.${which}`)), date(value, id, (month) => void edit([slot], { set: [`programme.${entry.name}.${which}=${month}`] })));
}

function addPart() {
  const choice = el("select", { id: "add-instrument" }, ...page.levers.instruments.map(({ id, label }) => el("option", { value: id }, said(label))));
  const from = date(page.worlds[slot].opened?.programme[0]?.from ?? page.worlds[slot].opened?.start ?? "", "add-from", () => {});
  const add = el("button", { type: "button", id: "add", onclick: () => void edit([slot], { add: [{ instrument: choice.value, from: from.value, ...where(choice.value) }] }) }, word("levers.add"));
  return el("fieldset.add", {}, el("legend", {}, word("levers.addTitle")), el("div.lever", {}, el("label", { for: "add-instrument" }, word("levers.instrument")), choice), el("div.lever", {}, el("label", { for: "add-from" }, word("levers.from")), from), add);
}

/** A shared place needs a commune: the largest. @param {string} instrument */
function where(instrument) {
  const opens = page.levers.instruments.find(({ id }) => id === instrument)?.opens_place;
  const communes = page.worlds[slot].opened?.communes ?? [];
  const largest = [...communes].sort((one, other) => other.population - one.population)[0];
  return opens && largest ? { commune: largest.name } : {};
}

/** @param {Levers["assumptions"][number]} section */
function assumedPart({ section, label, rows }) {
  return folded(`assumed-${section}`, said(label), () =>
    rows.flatMap((lever) => {
      const value = page.worlds.a.opened?.values[lever.key] ?? lever.default;
      const row = leverRow(lever, value, `assumed-${lever.key}`, (now) => void edit(SLOTS, { set: [`${lever.key}=${written(now)}`] }));
      return [row, lever.source ? el("p.source", {}, lever.source) : null];
    }),
  );
}

function worldPart() {
  const field = el("input", { type: "number", id: "replicate", min: 1, step: 1, value: page.replicate + 1 });
  const take = (/** @type {number} */ replicate) => {
    if (Number.isInteger(replicate) && replicate >= 0 && replicate < 2 ** 32) void change({ a: same("a"), b: same("b") }, replicate);
  };
  field.addEventListener("change", () => take(Number(field.value) - 1));
  const another = el("button", { type: "button", id: "another-world", onclick: () => take(page.replicate + 1) }, word("world.another"));
  return [el("p.faint", {}, word("world.what")), el("div.lever", {}, el("label", { for: "replicate" }, word("world.number")), el("div.controls", {}, field, another))];
}

/** @param {Slot} of */
function same(of) {
  const { toml, name, changed } = page.worlds[of];
  return { toml, name, changed };
}

/** @param {LeverValue} value */
function written(value) {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** What the model refused, said where it was asked. */
function complaint() {
  return el("pre.complaint", { id: "complaint", role: "alert", hidden: true });
}

/** One change after another, each on what the one before made. @type {Promise<void>} */
let changes = Promise.resolve();

/** @param {() => Promise<void>} change */
function inTurn(change) {
  changes = changes.catch(() => {}).then(change);
  return changes;
}

/** Changes some scenarios and shows what comes of it. @param {Slot[]} slots @param {{ set?: string[], drop?: string[], add?: object[] }} what */
function edit(slots, what) {
  return inTurn(async () => {
    const edited = async (/** @type {Slot} */ one) => [one, { toml: (await ask(one, { do: "edit", toml: page.worlds[one].toml, ...what })).toml, name: page.worlds[one].name, changed: true }];
    await complaining(async () => showChange(Object.fromEntries(await Promise.all(slots.map(edited)))));
  });
}

/** Another scenario or another world. @param {Partial<Record<Slot, { toml: string, name: Both | null }>>} given @param {number} [replicate] */
function change(given, replicate) {
  return inTurn(() => complaining(() => showChange(given, replicate)));
}

/** What the model refuses is said beside the levers. @param {() => Promise<void>} doing */
async function complaining(doing) {
  try {
    await doing();
  } catch (error) {
    if (!isMistake(error)) throw error;
    const where = document.getElementById("complaint");
    if (!where) throw error;
    where.hidden = false;
    where.textContent = error.message;
  }
}

/** @param {Partial<Record<Slot, { toml: string, name: Both | null }>>} given @param {number} [replicate] */
async function showChange(given, replicate) {
  const goal = page.bet === "skip" ? farthest() : 0;
  const all = goal >= months() && goal > 0;
  await replaceScenarios(given, replicate, goal > 0);
  if (goal > 0) catchUp(all ? months() : goal);
}
