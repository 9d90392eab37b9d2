// The marks of the maps: drawn once for each size and scheme of colours, then only copied.

/** How much of a mark is filled: none of those it stands for cooperate, some, all. */
export const NONE = 0;
export const SOME = 1;
export const ALL = 2;

/** Local or newcomer, and how much of it is filled: which mark. @param {number} origin @param {number} filled */
export function markOf(origin, filled) {
  return origin * 3 + filled;
}

/** A colour of the style sheet as the canvas wants it. @param {string} name */
export function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** @typedef {{ sheet: HTMLCanvasElement, side: number, ratio: number }} Sprites */

/** The six marks beside each other. @param {number} side in pixels of the page @param {number} ratio @returns {Sprites} */
export function sprites(side, ratio) {
  const sheet = document.createElement("canvas");
  const cell = Math.ceil(side * ratio);
  sheet.width = cell * 6;
  sheet.height = cell;
  const pen = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  const colours = [colour("--local"), colour("--newcomer")];
  for (const origin of [0, 1]) {
    for (const filled of [NONE, SOME, ALL]) {
      pen.save();
      pen.translate(cell * markOf(origin, filled) + cell / 2, cell / 2);
      trace(pen, origin, cell * 0.4);
      paint(pen, colours[origin], filled, cell);
      pen.restore();
    }
  }
  return { sheet, side: cell / ratio, ratio };
}

/** The outline of a mark: a disc, or a triangle. @param {CanvasRenderingContext2D} pen @param {number} origin @param {number} radius */
function trace(pen, origin, radius) {
  pen.beginPath();
  if (origin === 0) {
    pen.arc(0, 0, radius * 0.9, 0, 2 * Math.PI);
  } else {
    pen.moveTo(0, -radius * 1.1);
    pen.lineTo(radius * 1.1, radius * 0.85);
    pen.lineTo(-radius * 1.1, radius * 0.85);
    pen.closePath();
  }
}

/** Fills a mark wholly, its lower half, or not. @param {CanvasRenderingContext2D} pen @param {string} ink @param {number} filled @param {number} cell */
function paint(pen, ink, filled, cell) {
  pen.lineWidth = Math.max(1, cell * 0.1);
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineJoin = "round";
  pen.stroke();
  if (filled === NONE) return;
  pen.clip();
  const top = filled === ALL ? -cell / 2 : 0;
  pen.fillRect(-cell / 2, top, cell, cell / 2 - top);
}

/** Copies a mark to a place. @param {CanvasRenderingContext2D} pen @param {Sprites} of @param {number} mark @param {number} x @param {number} y */
export function stamp(pen, of, mark, x, y) {
  const cell = of.sheet.height;
  pen.drawImage(of.sheet, mark * cell, 0, cell, cell, x - of.side / 2, y - of.side / 2, of.side, of.side);
}

/** A house: a place that is open, or one that is closed. @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} size @param {boolean} open @param {string} ink @param {string} ground */
export function house(pen, x, y, size, open, ink, ground) {
  pen.beginPath();
  pen.moveTo(x, y - size);
  pen.lineTo(x + size, y - size * 0.1);
  pen.lineTo(x + size * 0.75, y - size * 0.1);
  pen.lineTo(x + size * 0.75, y + size * 0.85);
  pen.lineTo(x - size * 0.75, y + size * 0.85);
  pen.lineTo(x - size * 0.75, y - size * 0.1);
  pen.lineTo(x - size, y - size * 0.1);
  pen.closePath();
  badge(pen, open, ink, ground);
}

/** A square on its tip: a joint project. @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} size @param {boolean} operating @param {string} ink @param {string} ground */
export function diamond(pen, x, y, size, operating, ink, ground) {
  pen.beginPath();
  pen.moveTo(x, y - size);
  pen.lineTo(x + size, y);
  pen.lineTo(x, y + size);
  pen.lineTo(x - size, y);
  pen.closePath();
  badge(pen, operating, ink, ground);
}

/** @param {CanvasRenderingContext2D} pen @param {boolean} filled @param {string} ink @param {string} ground */
function badge(pen, filled, ink, ground) {
  pen.lineJoin = "round";
  pen.strokeStyle = ground;
  pen.lineWidth = 5;
  pen.stroke();
  pen.fillStyle = filled ? ink : ground;
  pen.fill();
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  pen.stroke();
}
