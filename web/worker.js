// What a worker does: one engine, questions answered in the order they come, and months simulated while nobody asks.
import { Engine } from "./engine.js";

/** @typedef {{ slot: Slot, world: number, to: number, done: number }} Advance */

/** What is asked of the worker and not of its engine. */
const OWN = ["advance", "halt", "become"];

/** Answers the page until it ends this worker. */
export function serve() {
  /** @type {Engine | null} */
  let engine = null;
  /** @type {any[]} */
  const asked = [];
  /** @type {Advance | null} */
  let advance = null;
  /** The month that the engine looks at. */
  let month = 0;
  let busy = false;
  const turn = new MessageChannel();

  turn.port1.onmessage = () => {
    busy = false;
    work();
  };

  self.onmessage = ({ data }) => {
    if (data.module) engine = new Engine(data.module);
    else asked.push(data);
    work();
  };

  function work() {
    if (busy || !engine) return;
    const next = asked.shift();
    if (next) answer(next);
    else if (advance && advance.done < advance.to) live();
    else return;
    // Messages that came in the meantime are heard before the next month.
    busy = true;
    turn.port2.postMessage(null);
  }

  /** @param {any} request */
  function answer({ number, request }) {
    const { do: what, slot, world, to, done } = request;
    if (what === "advance") {
      // Asked again, it goes on from where it is.
      if (advance && advance.world === world) advance.to = to;
      else advance = { slot, world, to, done };
    } else if (what === "halt" || what === "open" || what === "become") {
      advance = null;
      month = 0;
    } else if (what === "go") {
      month = request.month;
    }
    if (what === "become") engine?.become(request.known);
    if (what === "copy") {
      const known = /** @type {Engine} */ (engine).copy();
      self.postMessage({ number, answer: { ok: known } }, { transfer: [known] });
    } else {
      self.postMessage({ number, answer: OWN.includes(what) ? { ok: {} } : engine?.call(request) });
    }
  }

  /** Some months, as many as fit into a short time. */
  function live() {
    if (!advance || !engine) return;
    const { slot, world } = advance;
    if (month !== advance.done) engine.call({ do: "go", slot, month: advance.done });
    const until = performance.now() + 30;
    /** @type {any[]} */ const values = [];
    /** @type {any[]} */ const maps = [];
    /** @type {any[]} */ const events = [];
    do {
      const step = engine.call({ do: "step", slot, months: 1 });
      const map = step.ok && engine.call({ do: "map", slot });
      if (!map?.ok) {
        self.postMessage({ months: { slot, world, bug: step.bug ?? map?.bug ?? step.mistakes ?? "step" } });
        advance = null;
        return;
      }
      values.push(...step.ok.values);
      events.push(...step.ok.events);
      maps.push(map.ok);
      advance.done += 1;
      month = advance.done;
    } while (advance.done < advance.to && performance.now() < until);
    self.postMessage({ months: { slot, world, done: advance.done, values, maps, events } });
  }
}
