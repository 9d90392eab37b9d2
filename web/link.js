// Everything shown, in a link, and back. A link is read as data: what is not expected is refused with a sentence.
import { months, page } from "./state.js";
import { currentLanguage } from "./words.js";

/** Longest link that is read, and longest text that it may unfold to. */
const LONGEST = 20_000;
const UNFOLDED = 200_000;

/** What a link may hold, and what each thing must be. */
const RULES = /** @type {Record<string, (value: any) => boolean>} */ ({
  story: (value) => page.stories.some(({ id }) => id === value),
  a: text(100_000),
  b: text(100_000),
  seed: whole(Number.MAX_SAFE_INTEGER),
  replicate: whole(1_000_000_000),
  month: whole(100_000),
  bet: text(100),
  language: (value) => value === "fr" || value === "en",
  commune: whole(100_000),
  resident: (value) => typeof value === "string" && /^[0-9A-Za-z-]{1,60}$/.test(value),
  wanted: (value) => page.indicators.has(value),
  productive: (value) => page.about.charts.productive.includes(value),
  wall: (value) => typeof value === "boolean",
});

/** @typedef {Partial<{ story: string, a: string, b: string, seed: number, replicate: number, month: number, bet: string, language: Language, commune: number, resident: string, wanted: string, productive: string, wall: boolean }>} Linked */

/** @param {number} longest */
function text(longest) {
  return (/** @type {any} */ value) => typeof value === "string" && value.length <= longest;
}

/** @param {number} most */
function whole(most) {
  return (/** @type {any} */ value) => Number.isInteger(value) && value >= 0 && value <= most;
}

/** What a link refused, by the key of its sentence. */
export class Refused extends Error {
  /** @param {"long" | "torn" | "unknown" | "value"} why @param {string} [what] */
  constructor(why, what = "") {
    super(why);
    this.why = why;
    this.what = what;
  }
}

/** What is on the stage. @returns {Linked} */
export function linked() {
  const { story, worlds, seed, replicate } = page;
  /** @type {Linked} */
  const made = { language: currentLanguage() };
  if (story) made.story = story.id;
  if (worlds.a.toml !== story?.a.toml) made.a = shippedName(worlds.a.toml);
  if (worlds.b.toml !== story?.b.toml) made.b = shippedName(worlds.b.toml);
  if (!story || seed !== story.seed) made.seed = seed;
  if (!story || replicate !== story.replicate) made.replicate = replicate;
  if (!story) made.wanted = page.wanted;
  if (page.bet !== null) made.bet = page.bet;
  if (page.month > 0) made.month = page.month;
  if (page.commune !== null) made.commune = page.commune;
  if (page.resident !== null) made.resident = page.resident;
  if (page.productive !== page.about.charts.productive[0]) made.productive = page.productive;
  if (page.wall) made.wall = true;
  return made;
}

/** A scenario that the program carries goes by its name. @param {string} toml */
function shippedName(toml) {
  return page.about.scenarios.find((shipped) => shipped.toml === toml)?.name ?? toml;
}

/** The scenario that a link means. @param {string} given @returns {{ toml: string, name: Both | null }} */
export function meant(given) {
  const shipped = page.about.scenarios.find(({ name }) => name === given);
  return shipped ? { toml: shipped.toml, name: shipped.title } : { toml: given, name: null };
}

/** The address of this page as it stands. */
export async function linkNow() {
  const packed = await squeeze(new TextEncoder().encode(JSON.stringify(linked())));
  return `${location.href.split("#")[0]}#1${toBase64(packed)}`;
}

/** What a link says; the part after `#`. It begins with 1, or with 0 when it is not deflated. @param {string} hash @returns {Promise<Linked>} */
export async function readLink(hash) {
  if (hash.length > LONGEST) throw new Refused("long");
  /** @type {any} */
  let read;
  try {
    const bytes = fromBase64(hash.slice(1));
    const plain = hash[0] === "1" ? await unfold(bytes) : hash[0] === "0" ? bytes : null;
    if (!plain) throw new Refused("torn");
    read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("torn");
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new Refused("torn");
  for (const [key, value] of Object.entries(read)) {
    if (!Object.hasOwn(RULES, key)) throw new Refused("unknown", key.slice(0, 40));
    if (!RULES[key](value)) throw new Refused("value", key);
  }
  return read;
}

/** The month that a link wants, once it is known how many there are. @param {Linked} from */
export function linkMonth(from) {
  if ((from.month ?? 0) > months()) throw new Refused("value", "month");
  return from.month ?? 0;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function squeeze(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unfolds no further than a link may. @param {Uint8Array<ArrayBuffer>} bytes */
async function unfold(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let all = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    all += value.length;
    if (all > UNFOLDED) {
      void reader.cancel();
      throw new Refused("long");
    }
    parts.push(value);
  }
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
function fromBase64(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
