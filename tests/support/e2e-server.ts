import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../../app/server/build.js";
import { buildHistoryPlaces } from "#db/seed/demonstration/history/history-places.ts";
import { findChromium } from "./chromium.js";
import { startServer, type RunningServer } from "./server.ts";

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
  await historyIsFilled(server).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
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

const filledWithinMs = 480_000;

/** The demonstration's past is filled while it serves, piece by piece: tests are to see it at rest. */
async function historyIsFilled({ url, output }: RunningServer) {
  const slug = buildHistoryPlaces().at(-1)?.slug ?? "";
  const until = Date.now() + filledWithinMs;
  const areThere = async () =>
    (await fetch(`${url}/neighbourhoods/${slug}/cycles/1`)).status === 200 &&
    // The first figure is published when all duties are there.
    (await (await fetch(`${url}/api/v1/abstraction`)).text()).includes('"publishedOn"');
  while (!(await areThere())) {
    if (Date.now() > until)
      throw new Error(`The demonstration was not filled within ${filledWithinMs} ms:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
