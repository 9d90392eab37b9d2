// Workers and the questions put to them. The model runs there only, so that the page never waits.
import { codeAddress, compiledModel } from "./opener.js";
import { said } from "./words.js";

/** The answer was that the scenario has mistakes, as `hameau check` writes them. */
export class Mistaken extends Error {
  /** @param {string} text */
  constructor(text) {
    super(text);
    this.name = "Mistaken";
  }
}

/** A worker with an engine of its own. */
export class Office {
  /** @param {(months: any) => void} [onMonths] */
  constructor(onMonths = () => {}) {
    this.worker = new Worker(codeAddress);
    this.asked = 0;
    /** @type {Map<number, { done: (ok: any) => void, failed: (error: Error) => void }>} */
    this.waiting = new Map();
    this.worker.onmessage = ({ data }) => {
      if (data.months) onMonths(data.months);
      else this.#answered(data.number, data.answer);
    };
    this.worker.onerror = (event) => {
      for (const { failed } of this.waiting.values()) failed(new Error(event.message));
      this.waiting.clear();
    };
    void compiledModel.then((module) => this.worker.postMessage({ module }));
  }

  /** @param {number} number @param {any} answer */
  #answered(number, answer) {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    if (!waiting) return;
    if (answer.mistakes !== undefined) waiting.failed(new Mistaken(said({ en: answer.mistakes, fr: answer.mistakes_fr ?? answer.mistakes })));
    else if (answer.bug !== undefined) waiting.failed(new Error(answer.bug));
    else waiting.done(answer.ok);
  }

  /** @param {{ do: string, [key: string]: any }} request @param {Transferable[]} [given] what of it goes over @returns {Promise<any>} */
  ask(request, given = []) {
    return new Promise((done, failed) => {
      this.asked += 1;
      this.waiting.set(this.asked, { done, failed });
      this.worker.postMessage({ number: this.asked, request }, given);
    });
  }

  close() {
    this.worker.terminate();
  }
}
