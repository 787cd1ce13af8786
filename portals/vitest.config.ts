import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["kit", "seller", "admin"].map((name) => ({
      extends: `./${name === "kit" ? "seller" : name}/vite.config.ts`,
      root: `./${name}`,
      test: {
        name,
        environment: "happy-dom",
        include: ["src/**/*.test.{ts,tsx}"],
        setupFiles: ["../kit/src/testing/setup.ts"],
      },
    })),
    reporters: ["default", "./scripts/count-reporter.ts"],
  },
});
