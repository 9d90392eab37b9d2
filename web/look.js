// How the page looks: language, light or dark, the wall of a council room, paper.
import { build } from "./charts.js";
import { recolour } from "./maps.js";
import { months, page, tell } from "./state.js";
import { currentLanguage, setLanguage } from "./words.js";
import { fillWorksheet } from "./worksheet.js";

export function otherLanguage() {
  setLanguage(currentLanguage() === "fr" ? "en" : "fr");
  tell("words");
}

/** From light to dark and back, whatever the machine prefers. */
export function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  recolour();
}

/** Larger, and nothing that a room does not need. */
export function switchWall() {
  setWall(!page.wall);
  if (page.wall) void document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) void document.exitFullscreen();
}

/** @param {boolean} wall */
export function setWall(wall) {
  page.wall = wall;
  document.documentElement.classList.toggle("wall", wall);
  tell("words");
}

export function prepareLook() {
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && page.wall) setWall(false);
  });
  window.addEventListener("beforeprint", fillWorksheet);
  window.addEventListener("afterprint", () => {
    if (months() > 0) build();
  });
}

export function printWorksheet() {
  fillWorksheet();
  window.print();
}
