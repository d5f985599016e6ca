import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { denyImports } from "vite-env-only";
import remixConfig from "./remix.config.js";

export default defineConfig(({ command }) => ({
  plugins: [
    // A component that reaches the database fails the build, with importer and file named. Only the build: while
    // developing, Vite's scan for dependencies reads loaders as well.
    ...(command === "build"
      ? [denyImports({ client: { files: ["db/**/*", "app/services/**/*", "app/server/**/*"] } })]
      : []),
    remix(remixConfig),
  ],
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
  // Fonts and images stay files: a data: address would need a looser Content-Security-Policy.
  build: { assetsInlineLimit: 0 },
}));
