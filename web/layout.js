// Where things stand on a map: communes as clusters that keep off each other, and marks on a spiral within each.

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ x: number, y: number, radius: number, marks: Point[] }} ClusterLayout */

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Points of a spiral, each as far from its neighbours as the pitch. @param {number} count @param {number} pitch @returns {Point[]} */
function spiral(count, pitch) {
  const spacing = pitch / 1.75;
  return Array.from({ length: count }, (_, index) => {
    const radius = spacing * Math.sqrt(index + 0.4);
    const angle = index * GOLDEN_ANGLE;
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
  });
}

/** Seats of a room, from its middle outwards: as wide apart as they can be, as many as are wanted. @param {number} count @param {{ width: number, height: number }} room @returns {{ seats: Point[], pitch: number }} */
export function seatsOf(count, room) {
  const [wide, high] = [room.width / 2 - 8, room.height / 2 - 8];
  const rows = Math.sqrt(3) / 2;
  for (let pitch = 24; ; pitch = Math.max(3, pitch * 0.96)) {
    /** @type {(Point & { far: number })[]} */
    const found = [];
    for (let row = -Math.floor(high / pitch / rows); row * pitch * rows <= high; row += 1) {
      for (let column = -Math.ceil(wide / pitch); column * pitch <= wide; column += 1) {
        const [x, y] = [(column + (row % 2 === 0 ? 0 : 0.5)) * pitch, row * pitch * rows];
        const far = (x / wide) ** 2 + (y / high) ** 2;
        if (far <= 1) found.push({ x: Math.round(room.width / 2 + x), y: Math.round(room.height / 2 + y), far });
      }
    }
    if (found.length >= count || pitch <= 3) return { seats: found.sort((one, other) => one.far - other.far), pitch };
  }
}

/** How many people a mark stands for, so that a map is readable: 1, 2, 5, 10, 20 and so on. @param {number} people @param {number} readable */
export function peoplePerMark(people, readable) {
  let unit = 1;
  for (;;) {
    for (const times of [1, 2, 5]) if (people / (unit * times) <= readable) return unit * times;
    unit *= 10;
  }
}

/**
 * Communes on a canvas, north up, moved apart where their clusters would overlap.
 * @param {Commune[]} communes
 * @param {number[]} counts marks of each
 * @param {{ width: number, height: number }} room
 * @returns {{ clusters: ClusterLayout[], pitch: number }}
 */
export function placeClusters(communes, counts, room) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const pitch = Math.max(5, Math.min(18, Math.sqrt((room.width * room.height * 0.36) / Math.max(1, all))));
  const radii = counts.map((count) => (pitch / 1.75) * Math.sqrt(count + 1) + pitch * 0.5);
  const points = project(communes, room, Math.max(...radii));
  const home = points.map((point) => ({ ...point }));
  const gap = pitch * 0.5;
  const rounds = 300;
  for (let round = 0; round < rounds; round += 1) {
    // Towards where they lie at first, then only out of each other's way.
    const pull = 0.05 * Math.max(0, 1 - (1.4 * round) / rounds);
    points.forEach((point, index) => {
      point.x += (home[index].x - point.x) * pull;
      point.y += (home[index].y - point.y) * pull;
    });
    keepApart(points, radii, gap);
    points.forEach((point, index) => {
      const edge = radii[index] + 4;
      point.x = Math.max(edge, Math.min(room.width - edge, point.x));
      // A name stands under each cluster.
      point.y = Math.max(edge, Math.min(room.height - edge - 12, point.y));
    });
  }
  const clusters = points.map(({ x, y }, index) => {
    const middle = { x: Math.round(x), y: Math.round(y) };
    const marks = spiral(counts[index] + 12, pitch).map((mark) => ({ x: middle.x + mark.x, y: middle.y + mark.y }));
    return { ...middle, radius: radii[index], marks };
  });
  return { clusters, pitch };
}

/** @param {Commune[]} communes @param {{ width: number, height: number }} room @param {number} largest */
function project(communes, room, largest) {
  const xs = communes.map(({ x }) => x);
  const ys = communes.map(({ y }) => y);
  const [left, right, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = Math.min(largest, room.width / 5, room.height / 5);
  // A territory is stretched to its panel by half: shape is kept, room is used.
  const sides = [(room.width - 2 * margin) / Math.max(1e-9, right - left), (room.height - 2 * margin) / Math.max(1e-9, north - south)];
  const even = Math.min(...sides);
  const [across, up] = sides.map((side) => Math.min(side, even * 1.5));
  const offset = { x: (room.width - across * (right - left)) / 2, y: (room.height - up * (south - north)) / 2 };
  return communes.map(({ x, y }) => ({ x: offset.x + (x - left) * across, y: offset.y + (y - north) * up }));
}

/** @param {Point[]} points @param {number[]} radii @param {number} gap */
function keepApart(points, radii, gap) {
  for (let one = 0; one < points.length; one += 1) {
    for (let other = one + 1; other < points.length; other += 1) {
      const dx = points[other].x - points[one].x;
      const dy = (points[other].y - points[one].y) || 0.01;
      const wanted = radii[one] + radii[other] + gap;
      const distance = Math.hypot(dx, dy);
      if (distance >= wanted) continue;
      const push = ((wanted - distance) / distance) * 0.5;
      const share = radii[other] / (radii[one] + radii[other]);
      points[one].x -= dx * push * share * 2;
      points[one].y -= dy * push * share * 2;
      points[other].x += dx * push * (1 - share) * 2;
      points[other].y += dy * push * (1 - share) * 2;
    }
  }
}
