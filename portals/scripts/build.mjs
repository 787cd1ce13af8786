// Builds every portal that has a vite config into its own dist/, with the manifest that Django reads.
import { join } from "node:path";
import { build } from "vite";
import { foldersWith, root } from "./folders.mjs";

for (const name of foldersWith("vite.config.ts")) {
  await build({
    root: join(root, name),
    configFile: join(root, name, "vite.config.ts"),
    logLevel: process.env.CI ? "warn" : "info",
  });
}
