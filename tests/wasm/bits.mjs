// Do a WebAssembly build and a native build draw and simulate the same bits?
//
//   node tests/wasm/bits.mjs MODEL SEED=DIGEST ... run:REPLICATE:MONTHS:IMITATION=DIGEST ... world:SCENARIO:SEED:REPLICATE=DIGEST ...
//
// MODEL is hameau_page.wasm, or the workshop page, whose model is taken out of it. Each DIGEST is what the native build prints:
// cargo run --release -p xtask -- bits SEED, or bits run REPLICATE MONTHS IMITATION, or bits world SCENARIO SEED REPLICATE.

import { readFile } from "node:fs/promises";
import process from "node:process";
import { Engine } from "../../web/engine.js";
import { engineModule } from "../../web/unpack.js";

const [file, ...expected] = process.argv.slice(2);
if (file === undefined || expected.length === 0) {
  console.error("usage: node bits.mjs MODEL SEED=DIGEST ...");
  process.exit(1);
}

/** The module in a file. */
async function moduleOf(path) {
  const bytes = await readFile(path);
  if (!path.endsWith(".html")) return WebAssembly.compile(bytes);
  const inside = bytes.toString("utf8").match(/<script[^>]* id="model">\s*([A-Za-z0-9+/=]+)\s*<\/script>/);
  if (!inside) throw new Error(`${path} holds no model`);
  return engineModule(inside[1]);
}

const module = await moduleOf(file);
const imports = WebAssembly.Module.imports(module);
let failed = false;
if (imports.length > 0) {
  console.error(`${file} imports ${imports.map((one) => `${one.module}.${one.name}`).join(", ")}; it must import nothing`);
  process.exit(1);
}

const engine = new Engine(module);

/** The digest that the module computes. */
function digest(what) {
  const [kind, ...rest] = what.split(":");
  if (kind === "world") {
    const [scenario, seed, replicate] = rest;
    const request = { do: "digest", toml: `base = "hameau:${scenario}"\n`, seed: Number(seed), replicate: Number(replicate) };
    const answer = engine.call(request);
    return answer.ok?.digest ?? JSON.stringify(answer);
  }
  const bits =
    kind === "run" ? engine.wasm.hameau_run_digest(...rest.map(Number)) : engine.wasm.hameau_digest(BigInt(what));
  return BigInt.asUintN(64, bits).toString(16).padStart(16, "0");
}

for (const pair of expected) {
  const [what, native] = pair.split("=");
  const found = digest(what);
  const same = found === native;
  console.log(`${what}: wasm ${found}, native ${native}: ${same ? "same bits" : "DIFFERENT"}`);
  failed ||= !same;
}

// A bug of ours is told, and the next request is answered.
const real = engine.wasm;
engine.wasm = { ...real, hameau_call: () => real.hameau_call(0xffff_fff0, 64) };
const { bug } = engine.call({ do: "about" });
const after = engine.call({ do: "nothing" });
if (!bug || !after.mistakes?.startsWith("error: `nothing` is no request")) {
  console.error(`a bug is told as ${JSON.stringify(bug)}, and then ${JSON.stringify(after)}`);
  failed = true;
}
process.exit(failed ? 1 : 0);
