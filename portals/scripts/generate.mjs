// Typed clients of the role APIs, from the documents that `manage.py` writes to docs/api/. Committed; `check` compares.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { root } from "./folders.mjs";

const CLIENTS = [
  { role: "seller", folder: "seller/src/api/seller" },
  { role: "admin", folder: "admin/src/api/admin" },
  { role: "platform", folder: "admin/src/api/platform" },
];

const documentOf = (role) => join(root, "../docs/api", `${role}.json`);

async function generate(role, output) {
  await createClient({
    input: documentOf(role),
    output: { path: output, entryFile: false },
    plugins: ["@hey-api/typescript"],
    logs: { level: "silent" },
  });
}

/** Generated files that no longer say what the API document says. */
export async function drifted() {
  const scratch = mkdtempSync(join(tmpdir(), "haat-clients-"));
  const differing = [];
  try {
    for (const { role, folder } of CLIENTS.filter(({ role }) => existsSync(documentOf(role)))) {
      await generate(role, join(scratch, role));
      for (const file of readdirSync(join(scratch, role))) {
        const committed = join(root, folder, file);
        const fresh = readFileSync(join(scratch, role, file), "utf8");
        if (!existsSync(committed) || readFileSync(committed, "utf8") !== fresh) differing.push(join(folder, file));
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return differing;
}

if (process.argv[1] === import.meta.filename) {
  for (const { role, folder } of CLIENTS) {
    if (!existsSync(documentOf(role))) {
      console.error(`docs/api/${role}.json is missing: write it with \`./haat manage openapi\` first`);
      process.exitCode = 1;
      continue;
    }
    await generate(role, join(root, folder));
    console.log(`${folder} written from docs/api/${role}.json`);
  }
}
