// The engine: WebAssembly, asked by JSON. It runs where it is made, in a worker or under node.

/**
 * What the engine answers: `ok`, or the mistakes in the request as `hameau check` prints them, or a bug of ours.
 * @typedef {{ok?: any, mistakes?: string, mistakes_fr?: string | null, count?: number, bug?: string}} Answer
 */

/** One engine, with the worlds that it shows. */
export class Engine {
  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.module = module;
    /** @type {any} */
    this.wasm = new WebAssembly.Instance(module, {}).exports;
  }

  /** All that the engine knows. @returns {ArrayBuffer} */
  copy() {
    return this.wasm.memory.buffer.slice(0);
  }

  /** Knows what another engine of the same module knew, and nothing else. @param {ArrayBuffer} known */
  become(known) {
    this.wasm = new WebAssembly.Instance(this.module, {}).exports;
    const memory = this.wasm.memory;
    memory.grow((known.byteLength - memory.buffer.byteLength) / 65_536);
    new Uint8Array(memory.buffer).set(new Uint8Array(known));
  }

  /**
   * Answers a request. After a bug the engine begins anew: its worlds are gone.
   * @param {object} request
   * @returns {Answer}
   */
  call(request) {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    try {
      const at = this.wasm.hameau_alloc(bytes.length) >>> 0;
      new Uint8Array(this.wasm.memory.buffer, at, bytes.length).set(bytes);
      const answer = this.wasm.hameau_call(at, bytes.length);
      this.wasm.hameau_free(at, bytes.length);
      return JSON.parse(this.read(answer));
    } catch (error) {
      const bug = this.bug() || String(error);
      this.wasm = new WebAssembly.Instance(this.module, {}).exports;
      return { bug };
    }
  }

  /**
   * The text that the engine left at an address, which goes back to it.
   * @param {bigint} answer
   * @returns {string}
   */
  read(answer) {
    const at = Number(BigInt.asUintN(64, answer) >> 32n);
    const length = Number(answer & 0xffff_ffffn);
    const text = new TextDecoder().decode(new Uint8Array(this.wasm.memory.buffer, at, length));
    this.wasm.hameau_free(at, length);
    return text;
  }

  /**
   * What the engine said when it stopped; nothing when it said nothing.
   * @returns {string}
   */
  bug() {
    try {
      return this.read(this.wasm.hameau_bug());
    } catch {
      return "";
    }
  }
}
