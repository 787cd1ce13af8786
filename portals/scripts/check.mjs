// Types, lint and format of every portal, and that the generated clients match the API documents.
import { join } from "node:path";
import { foldersWith } from "./folders.mjs";
import { drifted } from "./generate.mjs";
import { run } from "./run.mjs";

const failed = [];

for (const name of foldersWith("tsconfig.json")) {
  if (!run("typescript/bin/tsc", ["--project", join(name, "tsconfig.json")])) failed.push(`types of ${name}`);
}
if (!run("@biomejs/biome/bin/biome", ["ci", `--colors=${process.stdout.isTTY ? "force" : "off"}`, "."]))
  failed.push("biome");
for (const file of await drifted()) failed.push(`${file} differs from its API document: run \`npm run generate\``);

if (failed.length > 0) {
  console.error(`check failed: ${failed.join(", ")}`);
  process.exit(1);
}
console.log("check: types, lint and generated clients are in order");
