// Elements made in one line, so that the page stays readable without a framework.

/**
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * An element: `el("button.primary", { onclick }, "Run")`. Names that begin with `on` are listeners.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T | `${T}.${string}`} what
 * @param {Record<string, any>} [given]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(what, given = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const made = /** @type {any} */ (document.createElement(tag));
  if (classes.length > 0) made.className = classes.join(" ");
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    // The policy of the page lets no attribute of style in, only what its own code sets.
    else if (name === "style") made.style.cssText = value;
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  put(made, ...children);
  return made;
}

const SVG_NAMES = "http://www.w3.org/2000/svg";

/**
 * An element of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} [given]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function draw(tag, given = {}, ...children) {
  const made = document.createElementNS(SVG_NAMES, tag);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Puts children in the place of all there were. @param {Element} where @param {...(Child | Child[])} children */
export function put(where, ...children) {
  const kept = /** @type {(Node | string)[]} */ (children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  where.replaceChildren(...kept);
}

/** The element with this id. @param {string} id */
export function at(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** A text as paragraphs: an empty line stands between two. @param {string} text */
export function paragraphs(text) {
  return text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean).map((part) => el("p", {}, part));
}

/** Says something to those who listen to the page. @param {string} text */
export function announce(text) {
  at("announcer").textContent = text;
}

/** Offers a text as a file. @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
