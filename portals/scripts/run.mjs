import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./folders.mjs";

/** Runs a script of an installed package with this same Node, so that nothing depends on the caller's PATH. */
export function run(script, args) {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return status === 0;
}
