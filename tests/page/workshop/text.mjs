// What can be read without opening the page: valid HTML, both languages in full, weight.
import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { textPacked } from "../../../web/unpack.js";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "no-trailing-whitespace": "off", "void-style": "off", "no-raw-characters": "off", "no-redundant-role": "off", "prefer-native-element": "off", "long-title": "off", "no-inline-style": "off" },
});

/** What the page may weigh, and what a web server may send of it. */
const MOST = 900_000;
const MOST_SENT = 420_000;

export async function text(opener, faults) {
  const page = readFileSync(opener.file, "utf8");
  valid(faults, "the file", page.replace(/(<script[^>]*>)[\s\S]*?(<\/script>)/g, "$1$2"));
  const packed = await textPacked(/<script[^>]* id="packed">([\s\S]*?)<\/script>/.exec(page)[1]);
  const words = JSON.parse(packed.slice(0, packed.indexOf("\n")));
  parity(faults, words);
  used(faults, words.en, packed.slice(packed.indexOf("\n")));
  const weight = [statSync(opener.file).size, gzipSync(page).length];
  faults.expect("weight", `a page of ${MOST} bytes at most`, weight[0] <= MOST, weight[0]);
  faults.expect("weight", `${MOST_SENT} bytes at most when it is sent`, weight[1] <= MOST_SENT, weight[1]);
}

/** Valid HTML. */
export function valid(faults, where, html) {
  for (const { messages } of validator.validateStringSync(html).results) {
    for (const { ruleId, message, line } of messages.slice(0, 10)) faults.add(`${where}:${line}`, `${ruleId}: ${message}`);
  }
}

/** Both languages say the same things, with the same numbers in them. */
function parity(faults, { en, fr }) {
  const filled = (text) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  for (const key of new Set([...Object.keys(en), ...Object.keys(fr)])) {
    if (!faults.expect("words", `${key} is missing in one language`, en[key] && fr[key])) continue;
    faults.equal(`words of ${key}`, "what is filled in", filled(fr[key]), filled(en[key]));
  }
}

/** No words that nobody says. */
function used(faults, words, code) {
  const said = (key) => ["\"", "`", " "].some((before) => code.includes(before + key));
  for (const key of Object.keys(words)) {
    const stem = key.replace(/\.(one|many)$/, "");
    const family = stem.slice(0, stem.lastIndexOf(".") + 1);
    faults.expect("words", `${key} is never said`, said(key) || said(stem) || (family && code.includes(`\`${family}\${`)));
  }
}
