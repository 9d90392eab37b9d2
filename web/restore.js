// Puts on the stage what a link says.
import { chooseResident, focus } from "./focus.js";
import { linkMonth, meant, readLink } from "./link.js";
import { setWall } from "./look.js";
import { scrub } from "./play.js";
import { freely, makeBet, restoreWorlds, tellStory } from "./session.js";
import { page, tell } from "./state.js";
import { setLanguage } from "./words.js";

/** @param {string} hash */
export async function restore(hash) {
  const link = await readLink(hash);
  if (link.language) setLanguage(link.language);
  if (link.productive) page.productive = link.productive;
  if (link.wanted) page.wanted = link.wanted;
  if (link.wall) setWall(true);
  const story = page.stories.find(({ id }) => id === link.story);
  const [a, b] = [link.a, link.b].map((given) => (given === undefined ? undefined : meant(given)));
  page.seed = link.seed ?? story?.seed ?? page.seed;
  page.replicate = link.replicate ?? story?.replicate ?? page.replicate;
  if (story && (a || b || link.seed !== undefined || link.replicate !== undefined)) {
    const [first, second] = [a ?? { toml: story.a.toml, name: story.a.name }, b ?? { toml: story.b.toml, name: story.b.name }];
    await restoreWorlds(story, { a: first, b: second });
  } else if (story) await tellStory(story);
  else await freely({ a, b });
  tell("words");
  const month = linkMonth(link);
  if (link.bet !== undefined) makeBet(link.bet);
  if (link.bet !== undefined && month > 0) {
    for (const pause of page.story?.pauses ?? []) if (pause.month <= month) page.passed.add(pause.month);
    scrub(month);
  }
  if (link.commune !== undefined && link.commune < (page.worlds.a.opened?.communes.length ?? 0)) {
    focus(link.commune);
    if (link.resident !== undefined) chooseResident(link.resident);
  }
}
