// Do a WebAssembly build and a native build draw and simulate the same bits?
//
//   node tests/wasm/bits.mjs hameau.wasm SEED=DIGEST ... run:REPLICATE:MONTHS:IMITATION=DIGEST ...
//
// Each DIGEST is what the native build prints: cargo run --release --example bits SEED, or bits run REPLICATE MONTHS
// IMITATION.

import { readFile } from "node:fs/promises";
import process from "node:process";

const [file, ...expected] = process.argv.slice(2);
if (file === undefined || expected.length === 0) {
  console.error("usage: node bits.mjs hameau.wasm SEED=DIGEST ...");
  process.exit(1);
}

const module = await WebAssembly.compile(await readFile(file));
const imports = WebAssembly.Module.imports(module);
let failed = false;
if (imports.length > 0) {
  console.error(`${file} imports ${imports.map((one) => `${one.module}.${one.name}`).join(", ")}; it must import nothing`);
  process.exit(1);
}

const { exports } = await WebAssembly.instantiate(module, {});
for (const pair of expected) {
  const [seed, native] = pair.split("=");
  const [kind, ...numbers] = seed.split(":");
  const bits =
    kind === "run" ? exports.hameau_run_digest(...numbers.map(Number)) : exports.hameau_digest(BigInt(seed));
  const digest = BigInt.asUintN(64, bits).toString(16).padStart(16, "0");
  const same = digest === native;
  console.log(`${seed}: wasm ${digest}, native ${native}: ${same ? "same bits" : "DIFFERENT"}`);
  failed ||= !same;
}
process.exit(failed ? 1 : 0);
