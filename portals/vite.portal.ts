import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * Sonner adds its style sheet by script, which a Content-Security-Policy without `unsafe-inline` refuses.
 * The same rules are imported from its .css file in kit/src/styles.css.
 */
function withoutScriptedStyles(): Plugin {
  return {
    name: "without-scripted-styles",
    transform(code, id) {
      if (!id.includes("sonner/dist/index.mjs")) return null;
      return { code: code.replace(/^__insertCSS\(.*\);$/m, ""), map: null };
    },
  };
}

/** Build settings of one portal: static files under /static/<name>/, found by django-vite through manifest.json. */
export function portal(name: string, root: string) {
  return defineConfig({
    root,
    base: `/static/${name}/`,
    plugins: [react(), tailwindcss(), withoutScriptedStyles()],
    resolve: { alias: { "@kit": join(import.meta.dirname, "kit/src"), "@": join(root, "src") } },
    build: {
      target: "es2023",
      outDir: "dist",
      emptyOutDir: true,
      manifest: "manifest.json",
      // Fonts stay files: `data:` addresses would need their own allowance in the policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(root, "src/main.tsx") },
    },
  });
}
