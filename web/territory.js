// The territory of one world on two canvases: marks of people, redrawn only where they change, and over them names, places
// and common works.
import { ALL, NONE, SOME, diamond, house, markOf, stamp } from "./sprites.js";

/** @typedef {{ ground: string, ink: string, faint: string }} Inks */
/** @typedef {{ clusters: import("./layout.js").ClusterLayout[], perMark: number, sprites: import("./sprites.js").Sprites, inks: Inks, width: number, height: number }} Drawn */

const NOTHING = -1;

/** A map of communes as clusters. */
export class TerritoryMap {
  /** @param {CanvasRenderingContext2D} marks @param {CanvasRenderingContext2D} over */
  constructor(marks, over) {
    this.marks = marks;
    this.over = over;
    /** @type {Drawn | null} */ this.drawn = null;
    /** What each mark shows, by commune. @type {number[][]} */ this.now = [];
    /** Marks on their way to another look. @type {{ x: number, y: number, from: number, to: number }[]} */ this.moving = [];
    this.badges = "";
  }

  /** A new layout: everything is drawn. @param {Drawn} drawn @param {MapShown} map @param {Commune[]} communes */
  begin(drawn, map, communes) {
    this.drawn = drawn;
    this.moving = [];
    this.now = drawn.clusters.map(({ marks }, index) => looks(map.communes[index], drawn.perMark, marks.length));
    this.#all(drawn);
    this.badges = "";
    this.#overlay(map, communes);
  }

  /** Another month: what changed is on its way. @param {MapShown} map @param {Commune[]} communes */
  change(map, communes) {
    const { drawn } = this;
    if (!drawn) return;
    this.progress(1);
    this.moving = [];
    drawn.clusters.forEach(({ marks }, commune) => {
      const next = looks(map.communes[commune], drawn.perMark, marks.length);
      const now = this.now[commune];
      next.forEach((look, index) => {
        if (look !== now[index]) this.moving.push({ ...marks[index], from: now[index], to: look });
      });
      this.now[commune] = next;
    });
    this.#overlay(map, communes);
  }

  /** How far what changes has come, 0 to 1. @param {number} part */
  progress(part) {
    const { drawn, marks } = this;
    if (!drawn || this.moving.length === 0) return;
    if (part >= 1) {
      this.moving = [];
      this.#all(drawn);
      return;
    }
    for (const { x, y, from, to } of this.moving) {
      this.#wipe(x, y);
      if (from !== NOTHING) {
        marks.globalAlpha = 1 - part;
        stamp(marks, drawn.sprites, from, x, y);
      }
      if (to !== NOTHING) {
        marks.globalAlpha = part;
        stamp(marks, drawn.sprites, to, x, y);
      }
    }
    marks.globalAlpha = 1;
  }

  /** The commune under a point, or none. @param {number} x @param {number} y */
  communeAt(x, y) {
    const near = (this.drawn?.clusters ?? []).map((cluster, index) => ({ index, left: Math.hypot(cluster.x - x, cluster.y - y) - Math.max(cluster.radius, 22) }));
    near.sort((one, other) => one.left - other.left);
    return near.length > 0 && near[0].left <= 0 ? near[0].index : null;
  }

  /** Every mark as it is: to wipe one takes the edge of its neighbours with it. @param {Drawn} drawn */
  #all({ clusters, width, height }) {
    this.marks.clearRect(0, 0, width, height);
    this.now.forEach((looksNow, commune) => looksNow.forEach((look, index) => this.#put(clusters[commune].marks[index], look)));
  }

  /** @param {{ x: number, y: number }} where @param {number} look */
  #put({ x, y }, look) {
    if (look !== NOTHING && this.drawn) stamp(this.marks, this.drawn.sprites, look, x, y);
  }

  /** @param {number} x @param {number} y */
  #wipe(x, y) {
    const side = this.drawn?.sprites.side ?? 0;
    this.marks.clearRect(x - side / 2, y - side / 2, side, side);
  }

  /** Names, places and works; drawn again only when one of them changed. @param {MapShown} map @param {Commune[]} communes */
  #overlay(map, communes) {
    const { drawn, over } = this;
    const badges = JSON.stringify([map.places, map.works]);
    if (!drawn || badges === this.badges) return;
    this.badges = badges;
    over.clearRect(0, 0, drawn.width, drawn.height);
    names(over, drawn, communes, badgesOf(map));
    for (const place of map.places) placeBadge(over, drawn, place);
    worksBadges(over, drawn, map.works);
  }
}

/** What the marks of a commune show: locals, those who cooperate first, then newcomers in the same way, then nothing. @param {Cluster} of @param {number} perMark @param {number} length @returns {number[]} */
function looks(of, perMark, length) {
  const made = new Array(length).fill(NOTHING);
  const locals = marksFor(of.locals, perMark);
  const newcomers = marksFor(of.newcomers, perMark);
  const cooperating = [of.locals_cooperating / perMark, of.newcomers_cooperating / perMark];
  for (let index = 0; index < Math.min(length, locals + newcomers); index += 1) {
    const origin = index < locals ? 0 : 1;
    const order = origin === 0 ? index : index - locals;
    const filled = cooperating[origin] - order;
    made[index] = markOf(origin, filled >= 1 ? ALL : filled > 0 ? SOME : NONE);
  }
  return made;
}

/** Nobody is left out for being few. @param {number} people @param {number} perMark */
export function marksFor(people, perMark) {
  return people === 0 ? 0 : Math.max(1, Math.round(people / perMark));
}

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/** @param {Box} box @param {Box[]} others */
function meets(box, others) {
  return others.some((other) => box.left < other.right + 5 && other.left < box.right + 5 && box.top < other.bottom && other.top < box.bottom);
}

/** A badge stands to the right of its commune, that of works to the left. @typedef {{ commune: number, side: number }} Badge */

/** The badges of a month. @param {MapShown} map @returns {Badge[]} */
function badgesOf({ places, works }) {
  const ofWorks = works.flatMap(({ commune, stage }) => (stage === "operating" && typeof commune === "number" ? [{ commune, side: -1 }] : []));
  return [...places.map(({ commune }) => ({ commune, side: 1 })), ...ofWorks];
}

/** Names of communes, the largest first, where there is room; those of the largest keep clear of badges. @param {CanvasRenderingContext2D} pen @param {Drawn} drawn @param {Commune[]} communes @param {Badge[]} badged */
function names(pen, drawn, communes, badged) {
  const taken = drawn.clusters.map(({ x, y, radius }) => ({ left: x - radius * 0.8, right: x + radius * 0.8, top: y - radius * 0.8, bottom: y + radius * 0.8 }));
  const size = drawn.width > 620 ? 13 : 11;
  const badges = badged.map(({ commune, side }) => {
    const { x, y, radius } = drawn.clusters[commune];
    const [middle, level] = [x + side * radius * 0.75, y - radius * 0.75];
    return { left: middle - size, right: middle + size, top: level - size, bottom: level + size };
  });
  pen.font = `${size}px system-ui, "DejaVu Sans", sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "top";
  const order = communes.map((_, index) => index).sort((one, other) => communes[other].population - communes[one].population);
  order.forEach((index, rank) => {
    const { x, y, radius } = drawn.clusters[index];
    const half = pen.measureText(communes[index].name).width / 2;
    const middle = Math.max(half + 3, Math.min(drawn.width - half - 3, x));
    const boxes = [y + radius * 0.9, y - radius * 0.9 - size].map((top) => ({ left: middle - half, right: middle + half, top, bottom: top + size }));
    // The largest are always named: a map without them cannot be read.
    const largest = rank < 4;
    const named = taken.slice(drawn.clusters.length);
    const box = largest ? (boxes.find((one) => one.top > 0 && !meets(one, [...named, ...badges])) ?? boxes[0]) : boxes[0];
    const top = box.top;
    if (meets(box, largest ? named : taken)) return;
    taken.push(box);
    pen.lineWidth = 3;
    pen.strokeStyle = drawn.inks.ground;
    pen.strokeText(communes[index].name, middle, top);
    pen.fillStyle = drawn.inks.faint;
    pen.fillText(communes[index].name, middle, top);
  });
}

/** @param {CanvasRenderingContext2D} pen @param {Drawn} drawn @param {PlaceShown} place */
function placeBadge(pen, drawn, place) {
  const { x, y, radius } = drawn.clusters[place.commune];
  const size = drawn.width > 620 ? 11 : 9;
  const [left, top] = [x + radius * 0.75, y - radius * 0.75];
  house(pen, left, top, size, place.open, drawn.inks.ink, drawn.inks.ground);
  if (!place.open) return;
  const users = place.users[0] + place.users[1];
  pen.font = `700 ${size + 3}px system-ui, "DejaVu Sans", sans-serif`;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.lineWidth = 4;
  pen.strokeStyle = drawn.inks.ground;
  pen.strokeText(String(users), left + size + 4, top);
  pen.fillStyle = drawn.inks.ink;
  pen.fillText(String(users), left + size + 4, top);
}

/** One badge for the works of a commune. @param {CanvasRenderingContext2D} pen @param {Drawn} drawn @param {WorkShown[]} works */
function worksBadges(pen, drawn, works) {
  /** @type {Map<number, number>} */
  const operating = new Map();
  for (const { commune, stage } of works) {
    if (stage === "operating" && typeof commune === "number") operating.set(commune, (operating.get(commune) ?? 0) + 1);
  }
  for (const [commune, count] of operating) {
    const { x, y, radius } = drawn.clusters[commune];
    const size = drawn.width > 620 ? 10 : 8;
    const [left, top] = [x - radius * 0.75, y - radius * 0.75];
    diamond(pen, left, top, size, true, drawn.inks.ink, drawn.inks.ground);
    pen.font = `700 ${size + 1}px system-ui, "DejaVu Sans", sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = drawn.inks.ground;
    pen.fillText(String(count), left, top + 0.5);
  }
}
