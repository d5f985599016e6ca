import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject } from "vitest";
import { launchChromium } from "./chromium-launch.ts";

/** A page whose complaints fail the test: console errors, uncaught errors, broken policy, requests to other hosts. */
export interface Visitor {
  /** The site's address without a trailing slash. */
  siteUrl: string;
  /** Opens a new page, in a context of its own, at a path of the site. */
  open: (path: string, options?: VisitOptions) => Promise<Page>;
  /** Lets this test's pages answer with an error status, which Chromium logs as a console error. */
  expectErrorStatus: () => void;
}

export interface VisitOptions extends BrowserContextOptions {
  widthPixels?: number;
}

const errorStatusLine = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** A group of browser tests; skipped, and said so, where there is no Chromium. */
export function describeInBrowser(name: string, tests: (visitor: Visitor) => void) {
  const siteUrl = inject("siteUrl");
  describe.skipIf(siteUrl === null)(`${name}${siteUrl === null ? " (needs Chromium)" : ""}`, () => {
    let browser: Browser | undefined;
    const complaints: string[] = [];
    let errorStatusExpected = false;
    const site = siteUrl ?? "";

    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
    });
    afterEach(async () => {
      await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
      const heard = complaints.filter((line) => !(errorStatusExpected && errorStatusLine.test(line)));
      complaints.length = 0;
      errorStatusExpected = false;
      expect(heard, "the page complained in the console").toEqual([]);
    });

    tests({
      siteUrl: site,
      expectErrorStatus: () => {
        errorStatusExpected = true;
      },
      open: async (path, { widthPixels = 1280, ...options } = {}) => {
        if (browser === undefined) throw new Error("Chromium is not running.");
        const context = await browser.newContext({
          viewport: { width: widthPixels, height: 900 },
          ...options,
        });
        context.on("console", (message) => {
          if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
        });
        context.on("weberror", (error) => complaints.push(String(error.error())));
        context.on("request", (request) => {
          const asked = request.url();
          if (!asked.startsWith(`${site}/`) && !/^(data|blob):/.test(asked))
            complaints.push(`asked another host: ${asked}`);
        });
        const page = await context.newPage();
        await page.goto(`${site}${path}`);
        return page;
      },
    });
  });
}
