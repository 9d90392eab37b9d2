// The only code that lies open in the page: it unpacks the words, the stories and all other code, and puts them into the page
// as scripts. A worker is given this text too, since it unpacks the model.

import { textPacked } from "./unpack.js";

/** What is packed together: lines of JSON first, the code last. */
const PACKED = [
  { id: "words", type: "application/json" },
  { id: "stories", type: "application/json" },
  { id: "code", type: "module" },
];

async function openPage() {
  let rest = await textPacked(document.getElementById("packed")?.textContent ?? "");
  for (const { id, type } of PACKED) {
    const end = type === "module" ? rest.length : rest.indexOf("\n");
    document.body.append(Object.assign(document.createElement("script"), { id, type, textContent: rest.slice(0, end) }));
    rest = rest.slice(end + 1);
  }
}

if (typeof document !== "undefined") openPage().catch((error) => document.body.append(String(error)));
