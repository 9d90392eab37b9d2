// Looking closer: which commune, which resident, and asking the two worlds about them at the month shown.
import { Seats } from "./crowd.js";
import { ask } from "./session.js";
import { SLOTS, on, page, tell } from "./state.js";

/** Who draws what arrives. @type {(known: Known) => void} */
let drawn = () => {};
/** @typedef {{ people: Record<Slot, People | null>, seats: Seats, egos: Record<Slot, Ego | null | undefined>, lives: Record<Slot, Happening[] | null> }} Known */
/** @type {Known} */
const known = { people: { a: null, b: null }, seats: new Seats(), egos: { a: undefined, b: undefined }, lives: { a: null, b: null } };
/** Only the newest question counts, and only one is under way. */
let asking = false;
let again = false;

/** @param {(known: Known) => void} drawer */
export function prepareFocus(drawer) {
  drawn = drawer;
  drawn(known);
  on(["shown"], refresh);
  on(["playing"], () => {
    if (!page.playing) refresh();
  });
}

/** What is known of individuals. */
export function individualsKnown() {
  return known;
}

/** Looks into a commune. @param {number} commune */
export function focus(commune) {
  Object.assign(page, { commune, resident: null });
  forgetPeople();
  tell("focus");
  refresh();
}

/** Back to the whole territory, or from a resident to the commune. */
export function leaveFocus() {
  if (page.resident !== null) page.resident = null;
  else page.commune = null;
  tell("focus");
}

/** Looks at one resident, in both worlds. @param {string} who */
export function chooseResident(who) {
  page.resident = who;
  Object.assign(known, { egos: { a: undefined, b: undefined }, lives: { a: null, b: null } });
  tell("focus");
  refresh();
}

function forgetPeople() {
  Object.assign(known, { people: { a: null, b: null }, seats: new Seats(), egos: { a: undefined, b: undefined }, lives: { a: null, b: null } });
}

function refresh() {
  if (page.commune === null) return;
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  again = false;
  void look().finally(() => {
    asking = false;
    if (again) refresh();
  });
}

async function look() {
  const { commune, resident, month } = page;
  const same = () => page.commune === commune && page.resident === resident;
  await Promise.all(
    SLOTS.map(async (slot) => {
      await ask(slot, { do: "go", slot, month });
      const people = await ask(slot, { do: "people", slot, commune });
      const ego = resident === null ? undefined : await ask(slot, { do: "ego", slot, who: resident });
      if (!same()) return;
      known.people[slot] = people;
      known.egos[slot] = ego;
    }),
  );
  if (!same()) {
    again = true;
    return;
  }
  known.seats.settle(SLOTS.map((slot) => /** @type {People} */ (known.people[slot])));
  drawn(known);
  if (resident !== null && !page.playing) await tellLives(resident, same);
}

/** A life takes longer: the world is lived once more with a diary. @param {string} who @param {() => boolean} same */
async function tellLives(who, same) {
  await Promise.all(
    SLOTS.map(async (slot) => {
      const life = await ask(slot, { do: "life", slot, who });
      if (!same()) return;
      known.lives[slot] = life?.events ?? [];
      drawn(known);
    }),
  );
}
