// Unpacks LZMA (Igor Pavlov's format of 1998, header of 13 bytes), a quarter smaller than what browsers unpack by themselves.

/** Milliseconds of unpacking before the page may do something else, and bytes between two looks at the clock. */
const SLICE = 12;
const LOOK = 4_096;

/** Adaptive bits, and the range that they are read from. */
class Bits {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    // The range, and the code in it: as numbers of 32 bits, which plain fields cannot hold as such.
    this.now = Uint32Array.of(0xffff_ffff, 0);
    this.at = at + 1;
    for (let count = 0; count < 4; count += 1) this.now[1] = (this.now[1] << 8) | bytes[this.at++];
  }

  /**
   * The next bit, under the probability at a place of a table, which learns from it.
   * @param {Uint16Array} table @param {number} at
   */
  bit(table, at) {
    const { now } = this;
    const chance = table[at];
    const bound = (now[0] >>> 11) * chance;
    let bit = 0;
    if (now[1] < bound) {
      now[0] = bound;
      table[at] = chance + ((2048 - chance) >>> 5);
    } else {
      now[0] -= bound;
      now[1] -= bound;
      table[at] = chance - (chance >>> 5);
      bit = 1;
    }
    if (now[0] < 0x100_0000) this.#more(now);
    return bit;
  }

  /** One byte more. @param {Uint32Array} now */
  #more(now) {
    now[0] <<= 8;
    now[1] = (now[1] << 8) | this.bytes[this.at++];
  }

  /** Bits without a probability. @param {number} count */
  plain(count) {
    const { now } = this;
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      now[0] >>>= 1;
      const bit = now[1] >= now[0] ? 1 : 0;
      if (bit) now[1] -= now[0];
      if (now[0] < 0x100_0000) this.#more(now);
      value = value * 2 + bit;
    }
    return value;
  }

  /** A number of so many bits, highest first. @param {Uint16Array} table @param {number} from @param {number} count */
  tree(table, from, count) {
    let node = 1;
    for (let left = count; left > 0; left -= 1) node = node * 2 + this.bit(table, from + node);
    return node - (1 << count);
  }

  /** A number of so many bits, lowest first. @param {Uint16Array} table @param {number} from @param {number} count */
  reversed(table, from, count) {
    let node = 1;
    let value = 0;
    for (let place = 0; place < count; place += 1) {
      const bit = this.bit(table, from + node);
      node = node * 2 + bit;
      value |= bit << place;
    }
    return value;
  }
}

/** @param {number} size */
function even(size) {
  return new Uint16Array(size).fill(1024);
}

/** The length of a match. */
class Lengths {
  constructor() {
    this.choice = even(2);
    this.short = even(16 * 8);
    this.middle = even(16 * 8);
    this.long = even(256);
  }

  /** @param {Bits} bits @param {number} position */
  read(bits, position) {
    if (!bits.bit(this.choice, 0)) return 2 + bits.tree(this.short, position * 8, 3);
    if (!bits.bit(this.choice, 1)) return 10 + bits.tree(this.middle, position * 8, 3);
    return 18 + bits.tree(this.long, 0, 8);
  }
}

/** Lets the page do what it must meanwhile; unlike a timer, no browser makes it wait. */
export function breath() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/**
 * What was packed. Between slices the page goes on.
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function unpacked(bytes) {
  const literalContext = bytes[0] % 9;
  const literalPosition = (1 << (Math.floor(bytes[0] / 9) % 5)) - 1;
  const positions = (1 << Math.floor(bytes[0] / 45)) - 1;
  const size = bytes[5] | (bytes[6] << 8) | (bytes[7] << 16) | (bytes[8] << 24);
  const out = new Uint8Array(size);
  const bits = new Bits(bytes, 13);
  const literals = even(0x300 << (literalContext + Math.log2(literalPosition + 1)));
  const isMatch = even(12 * 16);
  const isRepeat = even(12);
  const isRepeat0 = even(12);
  const isRepeat1 = even(12);
  const isRepeat2 = even(12);
  const isLong0 = even(12 * 16);
  const distanceSlots = even(4 * 64);
  const distances = even(128);
  const distanceLow = even(16);
  const matches = new Lengths();
  const repeats = new Lengths();
  let [near, second, third, fourth] = [0, 0, 0, 0];
  let state = 0;
  let at = 0;
  let look = LOOK;
  let pause = performance.now() + SLICE;
  while (at < size) {
    if (at >= look) {
      look = at + LOOK;
      if (performance.now() >= pause) {
        await breath();
        pause = performance.now() + SLICE;
      }
    }
    const position = at & positions;
    if (!bits.bit(isMatch, state * 16 + position)) {
      const before = at > 0 ? out[at - 1] : 0;
      const context = ((at & literalPosition) << literalContext) + (before >> (8 - literalContext));
      const table = 0x300 * context;
      let sign = 1;
      if (state >= 7) {
        let matched = out[at - near - 1];
        while (sign < 0x100) {
          const guess = (matched >> 7) & 1;
          matched <<= 1;
          const bit = bits.bit(literals, table + ((1 + guess) << 8) + sign);
          sign = sign * 2 + bit;
          if (bit !== guess) break;
        }
      }
      while (sign < 0x100) sign = sign * 2 + bits.bit(literals, table + sign);
      out[at++] = sign;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 0;
    if (bits.bit(isRepeat, state)) {
      if (!bits.bit(isRepeat0, state)) {
        if (!bits.bit(isLong0, state * 16 + position)) {
          state = state < 7 ? 9 : 11;
          out[at] = out[at - near - 1];
          at += 1;
          continue;
        }
      } else {
        let distance = second;
        if (bits.bit(isRepeat1, state)) {
          distance = third;
          if (bits.bit(isRepeat2, state)) {
            distance = fourth;
            fourth = third;
          }
          third = second;
        }
        second = near;
        near = distance;
      }
      length = repeats.read(bits, position);
      state = state < 7 ? 8 : 11;
    } else {
      [second, third, fourth] = [near, second, third];
      length = matches.read(bits, position);
      state = state < 7 ? 7 : 10;
      const slot = bits.tree(distanceSlots, Math.min(length - 2, 3) * 64, 6);
      near = slot;
      if (slot >= 4) {
        const low = (slot >> 1) - 1;
        near = (2 | (slot & 1)) * 2 ** low;
        if (slot < 14) near += bits.reversed(distances, near - slot, low);
        else near += bits.plain(low - 4) * 16 + bits.reversed(distanceLow, 0, 4);
      }
    }
    if (near >= at) throw new Error("what this page holds is damaged");
    for (let end = Math.min(at + length, size); at < end; at += 1) out[at] = out[at - near - 1];
  }
  return out;
}

/**
 * The bytes that a text in the page stands for, packed and in base64.
 * @param {string} text
 */
function bytesPacked(text) {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return unpacked(bytes);
}

/**
 * The text that a text in the page stands for, packed and in base64.
 * @param {string} text
 */
export async function textPacked(text) {
  return new TextDecoder().decode(await bytesPacked(text));
}

/**
 * The engine's module, from its text in the page.
 * @param {string} text
 * @returns {Promise<WebAssembly.Module>}
 */
export async function engineModule(text) {
  return WebAssembly.compile(await bytesPacked(text));
}
