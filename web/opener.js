// The only code that lies open in the page: it unpacks the words, the stories and all other code, and puts them into the page
// as scripts. A worker made of the same text unpacks the model meanwhile.

import { engineModule, textPacked } from "./unpack.js";

/** What is packed together: lines of JSON first, the code last. */
const PACKED = [
  { id: "words", type: "application/json" },
  { id: "stories", type: "application/json" },
  { id: "code", type: "module" },
];

/** The text of a script of the page. @param {string} id */
function scriptText(id) {
  return document.getElementById(id)?.textContent ?? "";
}

/** The address of a worker made of a script of the page. @param {string} id */
export function workerAddress(id) {
  return URL.createObjectURL(new Blob([scriptText(id)], { type: "text/javascript" }));
}

async function openPage() {
  let rest = await textPacked(scriptText("packed"));
  for (const { id, type } of PACKED) {
    const end = type === "module" ? rest.length : rest.indexOf("\n");
    document.body.append(Object.assign(document.createElement("script"), { id, type, textContent: rest.slice(0, end) }));
    rest = rest.slice(end + 1);
  }
}

/** The model, unpacked and compiled once and shared with all workers. @returns {Promise<WebAssembly.Module>} */
function openModel() {
  const worker = new Worker(workerAddress("opener"));
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.module) done(data.module);
      else failed(new Error(data.failed));
    };
    worker.onerror = (event) => failed(new Error(event.message));
    worker.postMessage(scriptText("model"));
  });
}

/** @type {Promise<WebAssembly.Module>} */
export let compiledModel;
if (typeof document !== "undefined") {
  compiledModel = openModel();
  openPage().catch((error) => document.body.append(String(error)));
} else {
  self.onmessage = ({ data }) =>
    engineModule(data).then(
      (module) => self.postMessage({ module }),
      (error) => self.postMessage({ failed: String(error) }),
    );
}
