import { join } from "node:path";
import { defineConfig } from "vite";

/** One script and one stylesheet under /static/customer/; `assets.py` finds them through manifest.json. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/static/customer/",
  publicDir: false,
  build: {
    target: "es2023",
    outDir: "dist",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: { input: join(import.meta.dirname, "src/main.ts") },
  },
});
