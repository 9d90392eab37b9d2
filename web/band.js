// The top of the page: the stories, the question, and that this is one possible world.
import { at, el, put } from "./dom.js";
import { openFiles } from "./files.js";
import { openHelp } from "./help.js";
import { changeTheme, otherLanguage, printWorksheet, switchWall } from "./look.js";
import { freely, tellStory } from "./session.js";
import { openShare } from "./share.js";
import { indicator, on, page, questioned } from "./state.js";
import { said, word } from "./words.js";

export function prepareBand() {
  on(["words", "story"], fillBand);
}

export function fillBand() {
  const held = document.activeElement?.id;
  put(
    at("band"),
    el("div.top", {}, el("span.brand", {}, "hameau"), el("nav", { "aria-label": word("stories") }, el("ul", {}, ...page.stories.map(storyTab), freeTab())), tools()),
    el("div.question", {}, el("h1", { id: "question" }, question()), el("p.caveat", {}, word("caveat"))),
  );
  if (held) document.getElementById(held)?.focus();
}

/** The question that is put. */
export function question() {
  if (page.story) return said(page.story.question);
  return page.about ? word("free.question", { what: said(indicator(questioned()).label) }) : word("starting");
}

/** @param {Story} story @param {number} index */
function storyTab(story, index) {
  return tab(`story-${story.id}`, `${index + 1}. ${said(story.title)}`, page.story === story, () => void tellStory(story));
}

function freeTab() {
  return tab("story-free", word("free"), page.story === null && page.about !== null, () => void freely());
}

/** @param {string} id @param {string} text @param {boolean} current @param {() => void} onclick */
function tab(id, text, current, onclick) {
  return el("li", {}, el("button.tab", { type: "button", id, "aria-current": current && "true", onclick }, text));
}

function tools() {
  const tool = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ onclick, /** @type {Record<string, string>} */ more = {}) => el("button.small", { type: "button", id, onclick, ...more }, text);
  const menu = el("div.menu", { id: "menu", popover: "auto" });
  const inMenu = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ action) => tool(id, text, () => (menu.hidePopover(), action()));
  menu.append(inMenu("share", word("share"), openShare), inMenu("files", word("files"), openFiles), inMenu("worksheet-print", word("worksheet"), printWorksheet), inMenu("theme", word("theme"), changeTheme));
  return el(
    "div.tools",
    { role: "group", "aria-label": word("tools") },
    el("button.small", { type: "button", id: "menu-open", popovertarget: "menu" }, `${word("tools")} ▾`),
    menu,
    tool("wall", word("wall"), switchWall, { "aria-pressed": String(page.wall) }),
    tool("language", word("language.other"), otherLanguage, { lang: word("language.otherCode") }),
    tool("help", word("help"), openHelp),
  );
}
