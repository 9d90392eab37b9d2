// The only code that lies open in the page: it unpacks the words, the stories and all other code, and puts them into the page
// as scripts: data in place, the code by an address, since the page's policy lets no other script in but this one. A worker
// made of the same text unpacks the model meanwhile.

import { engineModule, textPacked } from "./unpack.js";

/** What is packed together: lines of JSON first, the code last. */
const PACKED = [
  { id: "words", type: "application/json" },
  { id: "stories", type: "application/json" },
  { id: "code", type: "module" },
];

/** What somebody reads whose browser runs no model; said before any language is known. */
const UNABLE =
  "hameau needs WebAssembly, which this browser lacks or has turned off.\nhameau a besoin de WebAssembly, que ce navigateur n'a pas ou a désactivé.";

/** Without WebAssembly, or with one that is too old for the model. @param {unknown} error */
function isUnable(error) {
  return typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError;
}

/** The text of a script of the page. @param {string} id */
function scriptText(id) {
  return document.getElementById(id)?.textContent ?? "";
}

/** The address of a code. @param {string} code */
function addressOf(code) {
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

/** The address of all code but this: the page and its workers run it. */
export let codeAddress = "";

async function openPage() {
  let rest = await textPacked(scriptText("packed"));
  for (const { id, type } of PACKED) {
    const script = Object.assign(document.createElement("script"), { id, type });
    if (type === "module") {
      codeAddress = addressOf(rest);
      script.src = codeAddress;
    } else {
      const end = rest.indexOf("\n");
      script.textContent = rest.slice(0, end);
      rest = rest.slice(end + 1);
    }
    document.body.append(script);
  }
}

/** The model, unpacked and compiled once and shared with all workers. @returns {Promise<WebAssembly.Module>} */
function openModel() {
  const worker = new Worker(addressOf(scriptText("opener")));
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
      (error) => self.postMessage({ failed: isUnable(error) ? UNABLE : String(error) }),
    );
}
