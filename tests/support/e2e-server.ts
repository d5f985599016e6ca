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
  };
}
