/**
 * The options of the Remix plugin, imported by vite.config.ts: Vite never reads this file by itself.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ["**/*.test.*"],
  serverModuleFormat: "esm",
  // app/server/build.js builds aside, then renames.
  buildDirectory: process.env["BUILD_DIRECTORY"] ?? "build",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    unstable_optimizeDeps: true,
  },
};
