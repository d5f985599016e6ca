import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../../app/server/build.js";
import { findChromium } from "./chromium.js";
import { startServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built demonstration is served for this run; null when there is no browser to visit it. */
    siteUrl: string | null;
  }
}

/** How the log begins to tell of a browser's report. */
const policyBreach = "a browser reported a breach of the policy";

/** Serves one demonstration to all browser tests (vitest's globalSetup). */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (findChromium() === null) {
    project.provide("siteUrl", null);
    return undefined;
  }
  await ensureBuilt();
  const server = await startServer({ env: { LOG_LEVEL: "warn" } });
  project.provide("siteUrl", server.url);
  return async () => {
    await server.stop();
    // What a page complains of fails its own test; this hears also the pages that a test opens by itself.
    const breaches = server
      .output()
      .split("\n")
      .filter((line) => line.includes(policyBreach));
    if (breaches.length === 0) return;
    // why: vitest only prints what is thrown here, and its run would end well.
    process.exitCode = 1;
    throw new Error(`Pages broke their policy:\n${breaches.join("\n")}`);
  };
}
