// Axes: round ticks, and whether zero is shown.

/** @typedef {{ low: number, high: number, ticks: number[], zero: boolean }} Axis */

/** @param {number} low @param {number} high @param {number} count about how many ticks @param {number} least smallest range worth showing @returns {Axis} */
export function axis(low, high, count, least) {
  let [bottom, top] = [low, high];
  if (bottom >= 0 && bottom < 0.65 * top) bottom = 0;
  if (top <= 0 && top > 0.65 * bottom) top = 0;
  if (top - bottom < least) {
    const middle = (top + bottom) / 2;
    const lift = bottom >= 0 ? Math.max(0, least / 2 - middle) : 0;
    [bottom, top] = [middle - least / 2 + lift, middle + least / 2 + lift];
  }
  const step = roundStep((top - bottom) / count);
  const first = Math.floor(bottom / step + 1e-9);
  const last = Math.ceil(top / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, ticks, zero: first <= 0 && last >= 0 };
}

/** The nearest step above that is 1, 2 or 5 times a power of ten. @param {number} step */
function roundStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  const times = step / power;
  return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
}

/** Lowest and highest of several series, gaps left out. @param {(number | null | undefined)[][]} series @returns {[number, number]} */
export function extent(series) {
  let [low, high] = [Infinity, -Infinity];
  for (const values of series) {
    for (const value of values) {
      if (value === null || value === undefined) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low > high ? [0, 0] : [low, high];
}

/** A path through values, one a month; it is broken where there is none. @param {(number | null | undefined)[]} values @param {(index: number) => number} x @param {(value: number) => number} y */
export function path(values, x, y) {
  let drawn = "";
  let down = false;
  values.forEach((value, index) => {
    if (value === null || value === undefined) {
      down = false;
    } else {
      drawn += `${down ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      down = true;
    }
  });
  return drawn;
}

/** The area between two series, where both have a value. @param {(number | null)[]} low @param {(number | null)[]} high @param {(index: number) => number} x @param {(value: number) => number} y */
export function area(low, high, x, y) {
  const edge = (/** @type {(number | null)[]} */ values) => values.flatMap((value, index) => (value === null ? [] : [`${x(index).toFixed(1)} ${y(value).toFixed(1)}`]));
  const [up, back] = [edge(high), edge(low).reverse()];
  return up.length === 0 ? "" : `M${[...up, ...back].join("L")}Z`;
}
