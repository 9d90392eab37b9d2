// Individuals: the residents of a commune, each at the same seat in A and in B, and those tied to one of them.
import { seatsOf } from "./layout.js";
import { ALL, NONE, markOf, stamp } from "./sprites.js";

/** Seats of a commune, so that whoever lives in both worlds stands at the same place in both. */
export class Seats {
  constructor() {
    /** @type {Map<string, number>} */ this.taken = new Map();
  }

  /** Gives seats to those who came and frees those of who left both worlds. @param {People[]} worlds */
  settle(worlds) {
    const here = new Set(worlds.flatMap(({ who }) => who));
    for (const who of this.taken.keys()) if (!here.has(who)) this.taken.delete(who);
    const used = new Set(this.taken.values());
    let next = 0;
    const free = () => {
      while (used.has(next)) next += 1;
      used.add(next);
      return next;
    };
    for (const origin of [0, 1]) {
      for (const people of worlds) {
        people.who.forEach((who, index) => {
          if (people.origin[index] === origin && !this.taken.has(who)) this.taken.set(who, free());
        });
      }
    }
  }

  get size() {
    return Math.max(0, ...this.taken.values()) + 1;
  }
}

/** @typedef {{ width: number, height: number, sprites: (side: number) => import("./sprites.js").Sprites, inks: import("./territory.js").Inks }} Room */
/** @typedef {{ who: string, x: number, y: number }} Standing */

/** Draws the residents of a commune; who stands where is told back. @param {CanvasRenderingContext2D} pen @param {Room} room @param {People} people @param {Seats} seats @param {string | null} chosen @returns {Standing[]} */
export function drawCrowd(pen, room, people, seats, chosen) {
  const { width, height } = room;
  const { seats: places, pitch } = seatsOf(seats.size, room);
  const sheet = room.sprites(pitch * 0.92);
  pen.clearRect(0, 0, width, height);
  return people.who.map((who, index) => {
    const { x, y } = places[Math.min(places.length - 1, seats.taken.get(who) ?? 0)];
    stamp(pen, sheet, markOf(people.origin[index], people.cooperates[index] ? ALL : NONE), x, y);
    if (people.user[index]) ring(pen, x, y, pitch * 0.62, room.inks.ink, 1.5);
    if (who === chosen) ring(pen, x, y, Math.max(9, pitch), room.inks.ink, 3);
    return { who, x, y };
  });
}

/** Draws a resident and those tied to them: friends on the inner ring, others around. @param {CanvasRenderingContext2D} pen @param {Room} room @param {Ego} ego @returns {Standing[]} */
export function drawEgo(pen, room, ego) {
  const { width, height, inks } = room;
  const middle = { x: width / 2, y: height / 2 };
  const reach = Math.min(width, height) / 2 - 16;
  const rings = [ego.ties.filter(({ strong }) => strong), ego.ties.filter(({ strong }) => !strong)];
  const most = Math.max(1, ...ego.ties.map(({ hours }) => hours));
  const sheet = room.sprites(Math.max(10, Math.min(18, (reach * 2) / Math.sqrt(ego.ties.length + 4))));
  /** @type {Standing[]} */
  const standing = [];
  pen.clearRect(0, 0, width, height);
  rings.forEach((ties, ringNumber) => {
    const radius = reach * (ringNumber === 0 ? 0.55 : 0.95);
    // Locals on one side, newcomers on the other: a circle that is closed shows.
    const ordered = [...ties].sort((one, other) => one.origin - other.origin || other.hours - one.hours);
    ordered.forEach((tie, index) => {
      const angle = ((index + 0.5 * ringNumber) / ordered.length) * 2 * Math.PI - Math.PI / 2;
      const x = middle.x + radius * Math.cos(angle);
      const y = middle.y + radius * Math.sin(angle);
      pen.beginPath();
      pen.moveTo(middle.x, middle.y);
      pen.lineTo(x, y);
      pen.strokeStyle = inks.faint;
      pen.globalAlpha = tie.strong ? 0.85 : 0.35;
      pen.lineWidth = 0.75 + 3 * (tie.hours / most);
      pen.stroke();
      pen.globalAlpha = 1;
      standing.push({ who: tie.who, x, y });
    });
    ordered.forEach((tie, index) => {
      const { x, y } = standing[standing.length - ordered.length + index];
      stamp(pen, sheet, markOf(tie.origin, tie.cooperates ? ALL : NONE), x, y);
    });
  });
  const large = room.sprites(30);
  pen.beginPath();
  pen.arc(middle.x, middle.y, 20, 0, 2 * Math.PI);
  pen.fillStyle = inks.ground;
  pen.fill();
  stamp(pen, large, markOf(ego.origin, ego.cooperates ? ALL : NONE), middle.x, middle.y);
  ring(pen, middle.x, middle.y, 20, inks.ink, 3);
  return standing;
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} radius @param {string} ink @param {number} width */
function ring(pen, x, y, radius, ink, width) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  pen.stroke();
}
