// The words of the page, in the language chosen, and numbers and months as that language writes them.

/** @type {Record<Language, Record<string, string>>} */
let dictionaries = { fr: {}, en: {} };
/** @type {Language} */
let language = "en";

/** Reads the words inside the page and takes the reader's language. */
export function readWords() {
  dictionaries = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
  setLanguage(navigator.languages.some((tag) => tag.toLowerCase().startsWith("fr")) ? "fr" : "en");
}

/** @param {Language} chosen */
export function setLanguage(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = word("page.title");
}

export function currentLanguage() {
  return language;
}

/** What is said in each language. @template T @param {() => T} say @returns {Record<Language, T>} */
export function inBoth(say) {
  const kept = language;
  const told = /** @type {Language[]} */ (["fr", "en"]).map((one) => {
    language = one;
    return say();
  });
  language = kept;
  return { fr: told[0], en: told[1] };
}

/**
 * The words of a key, with `{name}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [filling]
 */
export function word(key, filling = {}) {
  const text = dictionaries[language][key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return typeset(text.replace(/\{(\w+)\}/g, (_, name) => String(filling[name] ?? "")));
}

/** Spaces as French printers set them, so that no sign begins a line. @param {string} text */
function typeset(text) {
  return language === "fr" ? text.replace(/ (?=[;:?!%€»])|(?<=«) /g, "\u202f") : text;
}

/** Formatters made so far: making one takes a browser longer than many uses. @type {Map<string, any>} */
const formatters = new Map();

/** @template T, H @param {new (language: string, how: H) => T} Kind @param {H} how @returns {T} */
function formatter(Kind, how) {
  const key = `${Kind.name} ${language} ${JSON.stringify(how)}`;
  if (!formatters.has(key)) formatters.set(key, new Kind(language, how));
  return formatters.get(key);
}

/** One of two keys: `key.one` or `key.many`. @param {string} key @param {number} count @param {Record<string, string | number>} [filling] */
export function counted(key, count, filling = {}) {
  const rule = formatter(Intl.PluralRules, {}).select(count);
  return word(`${key}.${rule === "one" ? "one" : "many"}`, { count: number(count), ...filling });
}

/** A text of the model in the language chosen. @param {Both | null | undefined} both */
export function said(both) {
  return both ? both[language] : "";
}

/** A number for people, its sign the minus of typography. @param {number} value @param {Intl.NumberFormatOptions} [how] */
export function number(value, how = {}) {
  return formatter(Intl.NumberFormat, how).format(value).replace("-", "−");
}

/** A value of an indicator as read. @param {Indicator} of @param {number | null | undefined} value */
export function amount(of, value) {
  if (value === null || value === undefined) return word("undefined");
  if (of.share) return number(rounded(value, of.decimals), { style: "percent", ...decimals(Math.max(0, of.decimals - 2)) });
  return `${plain(of, value)}${unitAfter(of, value)}`;
}

/** A difference of two values, with its sign. @param {Indicator} of @param {number} value */
export function difference(of, value) {
  const sign = value < 0 ? "−" : "+";
  if (of.share) return `${sign}${points(of, value)}`;
  return `${sign}${plain(of, Math.abs(value))}${unitAfter(of, value)}`;
}

/** How large a difference is, without its sign. @param {Indicator} of @param {number} value */
export function size(of, value) {
  return of.share ? points(of, value) : `${plain(of, Math.abs(value))}${unitAfter(of, value)}`;
}

/** @param {Indicator} of @param {number} value */
function points(of, value) {
  const how = decimals(Math.max(0, of.decimals - 2));
  const rule = formatter(Intl.PluralRules, how).select(Math.abs(value) * 100);
  return word(rule === "one" ? "points.one" : "points.many", { count: number(Math.abs(value) * 100, how) });
}

/** @param {Indicator} of @param {number} value */
function plain(of, value) {
  if (Math.abs(value) >= 1e6) return number(value, { notation: "compact", minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return number(rounded(value, of.decimals), decimals(of.decimals));
}

/** Without the sign of a zero. @param {number} value @param {number} places */
function rounded(value, places) {
  return Number(value.toFixed(places)) + 0;
}

/** @param {number} count */
function decimals(count) {
  return { minimumFractionDigits: count, maximumFractionDigits: count };
}

/** The unit, singular or plural as the language has it. @param {Indicator} of @param {number} value */
function unitAfter(of, value) {
  const rule = formatter(Intl.PluralRules, decimals(of.decimals)).select(Math.abs(rounded(value, of.decimals)));
  const unit = said(rule === "one" ? of.unit_one : of.unit);
  // "index, −1 to 1" says a range: it is no noun that could follow a number.
  return unit && !unit.includes(",") ? `\u00a0${unit}` : "";
}

/** The month that is `lived` months after the start, such as "mars 2025". @param {string} start @param {number} lived @param {"long" | "short"} [length] */
export function monthName(start, lived, length = "long") {
  const [year, month] = start.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1 + Math.max(0, lived - 1), 1));
  return formatter(Intl.DateTimeFormat, { month: length, year: "numeric", timeZone: "UTC" }).format(date);
}

/** The year of a month lived. @param {string} start @param {number} lived */
export function yearOf(start, lived) {
  const [year, month] = start.split("-").map(Number);
  return year + Math.floor((month - 1 + Math.max(0, lived - 1)) / 12);
}

/** A month as files write it. @param {string} start @param {number} lived */
export function monthCode(start, lived) {
  const [year, month] = start.split("-").map(Number);
  const count = month - 1 + Math.max(0, lived - 1);
  return `${year + Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
