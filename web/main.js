// The page begins here once `opener.js` has unpacked it; so do its workers, which are made of the same text.
import { fillBand, prepareBand } from "./band.js";
import { prepareCharts } from "./charts.js";
import { prepareCourse } from "./course.js";
import { openDialog } from "./dialog.js";
import { at, el } from "./dom.js";
import { prepareFocus } from "./focus.js";
import { prepareKeys } from "./keys.js";
import { prepareLevers } from "./levers.js";
import { Refused } from "./link.js";
import { fillLooking, prepareLooking } from "./looking.js";
import { prepareLook } from "./look.js";
import { prepareLuck } from "./luck.js";
import { prepareMaps, showIndividuals } from "./maps.js";
import { preparePlaying } from "./play.js";
import { restore } from "./restore.js";
import { isMistake, prepare, tellStory } from "./session.js";
import { atLeisure, page, tell, tellAtLeisure } from "./state.js";
import { prepareTimebar } from "./timebar.js";
import { readWords, word } from "./words.js";
import { serve } from "./worker.js";
import { prepareWorlds } from "./worlds.js";

async function start() {
  readWords();
  window.addEventListener("unhandledrejection", ({ reason }) => failed(reason));
  window.addEventListener("error", ({ error }) => failed(error));
  at("announcer").textContent = word("starting");
  prepareLook();
  prepareBand();
  await prepare();
  // The first worlds are founded while the page is made, and shown no sooner.
  let made = () => {};
  page.made = new Promise((done) => (made = done));
  const open = opened();
  const parts = [prepareWorlds, prepareMaps, prepareLooking, prepareCharts, prepareCourse, prepareLevers, prepareTimebar, prepareLuck, preparePlaying, prepareKeys];
  await atLeisure([...parts, focusing, fillBand]);
  await tellAtLeisure("story", "stage");
  made();
  await open;
  window.addEventListener("hashchange", () => void opened());
  at("announcer").textContent = "";
  document.documentElement.dataset.ready = "true";
}

function focusing() {
  prepareFocus((known) => {
    showIndividuals(known);
    if (!page.playing) fillLooking();
  });
}

/** What the link says, or the first story; a link that is refused says why, and the first story is told. */
async function opened() {
  const hash = location.hash.slice(1);
  try {
    if (hash !== "" && !hash.startsWith("stage")) return await restore(hash);
  } catch (error) {
    if (error instanceof Refused) openDialog("refused", word("link.refused"), [el("p", { id: "refused-why" }, word(`link.${error.why}`, { what: error.what }))]);
    else if (isMistake(error)) openDialog("refused", word("link.refused"), [el("p", {}, word("link.mistaken")), el("pre", { id: "refused-why", tabindex: "0" }, error.message)]);
    else throw error;
  }
  if (!page.worlds.a.opened) await tellStory(page.stories[0]);
  tell("stage");
}

/** Our own faults are said, not hidden. @param {unknown} error */
function failed(error) {
  const text = error instanceof Error ? error.message : String(error);
  document.documentElement.dataset.failed = text;
  openDialog("failed", word("failed"), [el("pre", { tabindex: "0" }, text)]);
}

if (typeof document === "undefined") serve();
else void start();
