// One lever: minus, a slider, plus, and the number itself; or a choice, or a switch.
import { el } from "./dom.js";
import { number, said, word } from "./words.js";

/** Places of a slider. The page's own, for it says nothing of the model. */
const PLACES = 200;

/** @param {Lever} lever @param {LeverValue} value @param {string} id @param {(value: LeverValue) => void} changed */
export function leverRow(lever, value, id, changed) {
  const label = said(lever.label);
  if (lever.kind === "choice") return labelled(id, label, "", choiceRow(lever, value, id, changed));
  if (lever.kind === "switch") return labelled(id, label, "", switchRow(value, id, changed));
  if (lever.kind === "date") return labelled(id, label, said(lever.unit), date(value, id, changed));
  return numberRow(lever, Number(value), id, label, changed);
}

/** @param {string} id @param {string} label @param {string} unit @param {...HTMLElement} controls */
function labelled(id, label, unit, ...controls) {
  return el("div.lever", {}, el("label", { for: id }, label, unit && el("span.faint", {}, ` (${unit})`)), el("div.controls", {}, ...controls));
}

/** @param {Lever} lever @param {LeverValue} value @param {string} id @param {(value: LeverValue) => void} changed */
function choiceRow(lever, value, id, changed) {
  const made = el("select", { id }, ...lever.choices.map((one) => el("option", { value: one, selected: one === value }, one)));
  made.addEventListener("change", () => changed(made.value));
  return made;
}

/** @param {LeverValue} value @param {string} id @param {(value: LeverValue) => void} changed */
function switchRow(value, id, changed) {
  const made = el("input", { type: "checkbox", id });
  made.checked = value === true;
  made.addEventListener("change", () => changed(made.checked));
  return made;
}

/** A month, written as files write it. @param {LeverValue} value @param {string} id @param {(value: string) => void} changed */
export function date(value, id, changed) {
  const made = el("input", { type: "text", id, inputmode: "numeric", pattern: "[0-9]{4}-[0-9]{2}", placeholder: "2022-06", size: 7, value: String(value ?? "") });
  made.addEventListener("change", () => changed(made.value.trim()));
  return made;
}

/** @param {Lever} lever @param {number} value @param {string} id @param {string} label @param {(value: LeverValue) => void} changed */
function numberRow(lever, value, id, label, changed) {
  const scale = sliderScale(lever);
  const step = lever.step ?? 1;
  const field = el("input", { type: "number", id, min: Number(lever.least), max: Number(lever.most), step: "any", value });
  const slider = el("input", { type: "range", min: 0, max: PLACES, step: 1, value: scale.place(value), "aria-label": label, "aria-valuetext": `${number(value)} ${said(lever.unit)}` });
  const set = (/** @type {number} */ wanted) => {
    const held = Math.max(Number(lever.least), Math.min(Number(lever.most), wanted));
    changed(lever.kind === "integer" ? Math.round(held) : Number(held.toPrecision(12)));
  };
  field.addEventListener("change", () => field.value !== "" && set(Number(field.value)));
  slider.addEventListener("input", () => {
    field.value = String(scale.value(Number(slider.value)));
    slider.setAttribute("aria-valuetext", `${field.value} ${said(lever.unit)}`);
  });
  slider.addEventListener("change", () => set(scale.value(Number(slider.value))));
  const nudge = (/** @type {string} */ sign, /** @type {number} */ by) => el("button.icon", { type: "button", id: `${id}${by < 0 ? "-less" : "-more"}`, "aria-label": word(by < 0 ? "lever.less" : "lever.more", { what: label }), onclick: () => set(value + by) }, sign);
  return labelled(id, label, said(lever.unit), nudge("−", -step), slider, nudge("+", step), field);
}

/** A slider on which the default stands near the middle, however wide the range. @param {Lever} lever */
function sliderScale(lever) {
  const [least, most, normal, step] = [Number(lever.least), Number(lever.most), Number(lever.default), lever.step ?? 1];
  const part = (normal - least) / (most - least || 1);
  const power = part > 0 && part < 1 ? Math.max(1, Math.min(6, Math.log(part) / Math.log(0.5))) : 1;
  return {
    place: (/** @type {number} */ value) => Math.round(PLACES * Math.max(0, (value - least) / (most - least || 1)) ** (1 / power)),
    value: (/** @type {number} */ place) => Number(Math.min(most, least + Math.round(((most - least) * (place / PLACES) ** power) / step) * step).toPrecision(12)),
  };
}
