import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject } from "vitest";
import { launchChromium } from "./chromium-launch.ts";
import type { RunningServer } from "./server.ts";

export interface VisitOptions extends BrowserContextOptions {
  widthPixels?: number;
}

/** A browser whose pages' complaints fail the test: console errors, broken policy, requests to other hosts. */
export interface Visitor {
  /** The site's address without a trailing slash. */
  siteUrl: () => string;
  browser: () => Browser;
  /** Opens a new page, in a context of its own, at a path of the site. */
  open: (path: string, options?: VisitOptions) => Promise<Page>;
  /** Lets this test's pages answer with an error status, which Chromium logs as a console error. */
  expectErrorStatus: () => void;
}

/** With and without JavaScript, for `describe.each`. */
export const withAndWithoutScript = [
  { script: "JavaScript on", javaScriptEnabled: true },
  { script: "JavaScript off", javaScriptEnabled: false },
] as const;

const errorStatusLine = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/**
 * A group of browser tests; skipped, and said so, where there is no Chromium. They visit the demonstration that all
 * share, or a server of their own.
 */
export function describeInBrowser(
  name: string,
  tests: (visitor: Visitor) => void,
  startOwnServer?: () => Promise<RunningServer>,
) {
  const shared = inject("siteUrl");
  describe.skipIf(shared === null)(shared === null ? `${name} (needs Chromium)` : name, () => {
    let running: Browser | undefined;
    let server: RunningServer | undefined;
    const complaints: string[] = [];
    let isErrorStatusExpected = false;

    const siteUrl = () => server?.url ?? shared ?? "";
    const browser = () => {
      if (running === undefined) throw new Error("Chromium is not running.");
      return running;
    };
    beforeAll(async () => {
      running = await launchChromium();
      server = await startOwnServer?.();
    });
    afterAll(async () => {
      await running?.close();
      await server?.stop();
    });
    afterEach(async () => {
      await Promise.all((running?.contexts() ?? []).map((context) => context.close()));
      const heard = complaints.filter((line) => !(isErrorStatusExpected && errorStatusLine.test(line)));
      complaints.length = 0;
      isErrorStatusExpected = false;
      expect(heard, "the page complained").toEqual([]);
    });

    tests({
      siteUrl,
      browser,
      expectErrorStatus: () => {
        isErrorStatusExpected = true;
      },
      open: async (path, { widthPixels = 1280, ...options } = {}) => {
        const site = siteUrl();
        const context = await browser().newContext({
          viewport: { width: widthPixels, height: 900 },
          ...options,
        });
        context.on("console", (message) => {
          if (message.type() !== "error" && message.type() !== "warning") return;
          complaints.push(`${message.text()} (${message.location().url})`);
        });
        context.on("weberror", (error) => complaints.push(String(error.error())));
        context.on("request", (request) => {
          const asked = request.url();
          if (!asked.startsWith(`${site}/`) && !/^(data|blob):/.test(asked)) {
            complaints.push(`asked another host: ${asked}`);
          }
        });
        context.setDefaultTimeout(15_000);
        const page = await context.newPage();
        await page.goto(`${site}${path}`);
        return page;
      },
    });
  });
}
