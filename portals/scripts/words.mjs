// Lists the sentences that screens use and the Hindi catalogue lacks, and those it has but no screen uses.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folders.mjs";

const CALL = /\btn?\(\s*"((?:[^"\\]|\\.)*)"(?:,\s*"((?:[^"\\]|\\.)*)")?/g;

function sources(folder) {
  return readdirSync(join(root, folder, "src"), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|i18n\/hi/.test(name))
    .map((name) => readFileSync(join(root, folder, "src", name), "utf8"));
}

function used(folder) {
  const words = new Set();
  for (const text of sources(folder))
    for (const [, ...sentences] of text.matchAll(CALL)) {
      for (const sentence of sentences.filter(Boolean)) words.add(JSON.parse(`"${sentence}"`));
    }
  return words;
}

async function known(folder) {
  return new Set(Object.keys((await import(join(root, folder, "src/i18n/hi.ts"))).default));
}

const kit = await known("kit");
let missing = 0;
for (const folder of ["kit", "seller", "admin"]) {
  const has = await known(folder);
  const uses = used(folder);
  for (const sentence of uses) {
    if (has.has(sentence) || (folder !== "kit" && kit.has(sentence))) continue;
    console.log(`${folder} lacks: ${JSON.stringify(sentence)}`);
    missing += 1;
  }
  for (const sentence of has)
    if (!uses.has(sentence)) console.log(`${folder} does not use: ${JSON.stringify(sentence)}`);
}
process.exitCode = missing > 0 ? 1 : 0;
