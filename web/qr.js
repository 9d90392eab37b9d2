// A text as a QR code (ISO/IEC 18004), in bytes, of any version: the squares that are dark.

/** Error correction: level L for long texts, M for others. Its number, codewords for each block, blocks, by version. */
const LEVELS = [
  {
    bits: 0,
    each: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  },
  {
    bits: 1,
    each: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  },
];

/** @typedef {{ version: number, size: number, level: number, each: number, blocks: number, codewords: number }} Frame */

/** The dark squares by row, or null when the text is too long for a code. @param {string} text @returns {boolean[][] | null} */
export function qrSquares(text) {
  const bytes = new TextEncoder().encode(text);
  const frame = smallestFrame(bytes.length);
  if (!frame) return null;
  const words = interleave(frame, dataWords(frame, bytes));
  const { dark, fixed } = fixedPatterns(frame);
  fill(frame, words, dark, fixed);
  let best = dark;
  let least = Infinity;
  for (let mask = 0; mask < 8; mask += 1) {
    const tried = dark.map((row, y) => row.map((square, x) => square !== (!fixed[y][x] && masked(mask, x, y))));
    formatBits(frame, mask, tried);
    const cost = penalty(tried);
    if (cost < least) [best, least] = [tried, cost];
  }
  return best;
}

/** @param {number} length @returns {Frame | null} */
function smallestFrame(length) {
  for (const level of LEVELS) {
    for (let version = 1; version <= level.each.length; version += 1) {
      const [each, blocks] = [level.each[version - 1], level.blocks[version - 1]];
      const codewords = Math.floor(rawSquares(version) / 8);
      const room = (codewords - each * blocks) * 8 - 4 - (version < 10 ? 8 : 16);
      if (length * 8 <= room) return { version, size: version * 4 + 17, level: level.bits, each, blocks, codewords };
    }
  }
  return null;
}

/** Squares left for codewords. @param {number} version */
function rawSquares(version) {
  let squares = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const along = Math.floor(version / 7) + 2;
    squares -= (25 * along - 10) * along - 55;
    if (version >= 7) squares -= 36;
  }
  return squares;
}

/** Mode, length, bytes, and filling up to the end. @param {Frame} frame @param {Uint8Array} bytes */
function dataWords(frame, bytes) {
  const all = frame.codewords - frame.each * frame.blocks;
  let bits = `0100${bytes.length.toString(2).padStart(frame.version < 10 ? 8 : 16, "0")}`;
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  bits += "0".repeat(Math.min(4, all * 8 - bits.length));
  bits += "0".repeat((8 - (bits.length % 8)) % 8);
  const words = Array.from({ length: bits.length / 8 }, (_, index) => parseInt(bits.slice(index * 8, index * 8 + 8), 2));
  for (let index = 0; words.length < all; index += 1) words.push(index % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** Product in the field of 256 elements. @param {number} one @param {number} other */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}

/** @param {number} degree */
function generator(degree) {
  let made = [1];
  let root = 1;
  for (let index = 0; index < degree; index += 1) {
    const next = new Array(made.length + 1).fill(0);
    made.forEach((factor, at) => {
      next[at] ^= factor;
      next[at + 1] ^= times(factor, root);
    });
    made = next;
    root = times(root, 2);
  }
  return made.slice(1);
}

/** @param {number[]} data @param {number[]} divisor */
function remainder(data, divisor) {
  const left = new Array(divisor.length).fill(0);
  for (const word of data) {
    const factor = word ^ left.shift();
    left.push(0);
    divisor.forEach((coefficient, index) => (left[index] ^= times(coefficient, factor)));
  }
  return left;
}

/** Blocks with their correction, dealt out in turn. @param {Frame} frame @param {number[]} words */
function interleave(frame, words) {
  const short = Math.floor(words.length / frame.blocks);
  const longer = words.length % frame.blocks;
  const divisor = generator(frame.each);
  const blocks = [];
  let from = 0;
  for (let index = 0; index < frame.blocks; index += 1) {
    const length = short + (index >= frame.blocks - longer ? 1 : 0);
    const data = words.slice(from, from + length);
    blocks.push({ data, correction: remainder(data, divisor) });
    from += length;
  }
  const dealt = [];
  for (let index = 0; index <= short; index += 1) for (const { data } of blocks) if (index < data.length) dealt.push(data[index]);
  for (let index = 0; index < frame.each; index += 1) for (const { correction } of blocks) dealt.push(correction[index]);
  return dealt;
}

/** What is the same in every code of a size. @param {Frame} frame */
function fixedPatterns(frame) {
  const { size, version } = frame;
  const dark = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ on) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y][x] = on;
    fixed[y][x] = true;
  };
  const rings = (/** @type {number} */ cx, /** @type {number} */ cy, /** @type {number} */ reach, /** @type {number[]} */ light) => {
    for (let y = -reach; y <= reach; y += 1) for (let x = -reach; x <= reach; x += 1) set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
  };
  for (let index = 0; index < size; index += 1) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  const along = alignment(version, size);
  const last = along.length - 1;
  along.forEach((cx, column) => along.forEach((cy, row) => {
    const corner = (column === 0 && row === 0) || (column === 0 && row === last) || (column === last && row === 0);
    if (!corner) rings(cx, cy, 2, [1]);
  }));
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) rings(cx, cy, 4, [2, 4]);
  formatBits(frame, 0, dark, fixed);
  if (version >= 7) {
    const bits = (version << 12) | code(version, 0x1f25, 12);
    for (let index = 0; index < 18; index += 1) {
      const [far, near] = [size - 11 + (index % 3), Math.floor(index / 3)];
      set(far, near, ((bits >> index) & 1) === 1);
      set(near, far, ((bits >> index) & 1) === 1);
    }
  }
  return { dark, fixed };
}

/** @param {number} version @param {number} size */
function alignment(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.floor((version * 4 + count * 2 + 1) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - index * step).reverse()];
}

/** The remainder that protects a few bits. @param {number} data @param {number} divisor @param {number} length */
function code(data, divisor, length) {
  let left = data;
  for (let index = 0; index < length; index += 1) left = (left << 1) ^ ((left >> (length - 1)) * divisor);
  return left & ((1 << length) - 1);
}

/** @param {Frame} frame @param {number} mask @param {boolean[][]} dark @param {boolean[][]} [fixed] */
function formatBits({ size, level }, mask, dark, fixed) {
  const data = (level << 3) | mask;
  const bits = ((data << 10) | code(data, 0x537, 10)) ^ 0x5412;
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ on) => {
    dark[y][x] = on;
    if (fixed) fixed[y][x] = true;
  };
  for (let index = 0; index < 15; index += 1) {
    const on = ((bits >> index) & 1) === 1;
    if (index < 6) set(8, index, on);
    else if (index < 8) set(8, index + 1, on);
    else if (index === 8) set(7, 8, on);
    else set(14 - index, 8, on);
    if (index < 8) set(size - 1 - index, 8, on);
    else set(8, size - 15 + index, on);
  }
  set(8, size - 8, true);
}

/** Codewords in pairs of columns, up and down, from the right. @param {Frame} frame @param {number[]} words @param {boolean[][]} dark @param {boolean[][]} fixed */
function fill({ size }, words, dark, fixed) {
  let bit = 0;
  let up = true;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y][x]) continue;
        dark[y][x] = bit < words.length * 8 && ((words[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
      }
    }
    up = !up;
  }
}

/** @param {number} mask @param {number} x @param {number} y */
function masked(mask, x, y) {
  const sums = [x + y, y, x, x + y, Math.floor(x / 3) + Math.floor(y / 2), ((x * y) % 2) + ((x * y) % 3), ((x * y) % 2) + ((x * y) % 3), ((x + y) % 2) + ((x * y) % 3)];
  const [sum, by] = [sums[mask], [2, 2, 3, 3, 2, 1e9, 2, 2][mask]];
  return sum % by === 0;
}

/** How hard a code is to read: long runs, blocks, lures, too much of one shade. @param {boolean[][]} dark */
function penalty(dark) {
  const size = dark.length;
  let cost = 0;
  const lines = [...dark, ...dark.map((_, x) => dark.map((row) => row[x]))];
  for (const line of lines) {
    const text = line.map(Number).join("");
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) cost += run.length - 2;
    cost += 40 * (text.match(/(?=00001011101|10111010000)/g) ?? []).length;
  }
  for (let y = 1; y < size; y += 1) for (let x = 1; x < size; x += 1) if (dark[y][x] === dark[y - 1][x] && dark[y][x] === dark[y][x - 1] && dark[y][x] === dark[y - 1][x - 1]) cost += 3;
  const part = dark.flat().filter(Boolean).length / (size * size);
  return cost + 10 * Math.floor(Math.abs(part - 0.5) * 20);
}
