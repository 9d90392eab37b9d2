// One dot for each pair of worlds, where its difference ended.
import { draw } from "./dom.js";
import { axis, extent } from "./scale.js";
import { difference, said, word } from "./words.js";

/** @param {Indicator} of @param {{ replicate: number, gap: number | null }[]} ends @param {number} shown replicate on the stage */
export function strip(of, ends, shown) {
  const [width, height, edge, middle] = [720, 92, 60, 46];
  const known = ends.flatMap(({ replicate, gap }) => (gap === null ? [] : [{ replicate, gap }]));
  const [low, high] = extent([known.map(({ gap }) => gap), [-of.smallest_effect * 2, of.smallest_effect * 2]]);
  const x = axis(low, high, 4, of.smallest_effect * 2);
  const across = (/** @type {number} */ value) => edge + ((value - x.low) / (x.high - x.low)) * (width - 2 * edge);
  const made = draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": word("luck.strip", { what: said(of.label), values: known.map(({ gap }) => difference(of, gap)).join(" ; ") }) });
  const [from, to] = [across(-of.smallest_effect), across(of.smallest_effect)];
  made.append(draw("rect", { class: "small-effect", x: from, y: 8, width: to - from, height: 60 }));
  made.append(draw("path", { class: "zero", d: `M${across(0)} 8V68` }));
  made.append(draw("text", { x: across(0), y: height - 6, "text-anchor": "middle" }, "0"));
  made.append(draw("text", { x: edge, y: height - 6, "text-anchor": "middle" }, difference(of, x.low)), draw("text", { x: width - edge, y: height - 6, "text-anchor": "middle" }, difference(of, x.high)));
  /** Dots that would lie on each other are stacked. @type {{ at: number, level: number }[]} */
  const placed = [];
  for (const { replicate, gap } of [...known].sort((one, other) => one.gap - other.gap)) {
    const at = across(gap);
    const beside = placed.filter((dot) => Math.abs(dot.at - at) < 11).map(({ level }) => level);
    const level = [0, 1, -1, 2, -2, 3, -3].find((free) => !beside.includes(free)) ?? 3;
    placed.push({ at, level });
    made.append(draw("circle", { class: replicate === shown ? "pair shown" : "pair", cx: at, cy: middle - 8 + level * 9, r: 5 }));
  }
  return made;
}
