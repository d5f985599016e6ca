import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { startPeerProvider, type PeerProvider } from "#tests/support/identity-provider.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";

let peer: PeerProvider;
beforeAll(async () => {
  peer = await startPeerProvider({
    people: {
      "8f14e45f-ceea-467f-a1c5-5b2d6d6f6f10": { name: "Sam Officer", email: "sam@force.example" },
      "c9f0f895-fb98-4b91-9f36-0a2d6d6f6f11": { name: "Alex Officer", email: "alex@force.example" },
    },
  });
});
afterAll(() => peer.close());

async function startOwnServer(): Promise<RunningServer> {
  // The server is started, and serves, before its provider knows of it.
  const server = await startServer({ env: { LOG_LEVEL: "warn", ...peer.settings } });
  peer.serve(server.url.replace("127.0.0.1", "localhost"));
  return { ...server, url: server.url.replace("127.0.0.1", "localhost") };
}

const subjects = {
  sam: "8f14e45f-ceea-467f-a1c5-5b2d6d6f6f10",
  alex: "c9f0f895-fb98-4b91-9f36-0a2d6d6f6f11",
};

/** Types who one is at the provider's own page. */
async function proveAt(page: Page, subject: string) {
  await page.getByRole("heading", { name: "The force's provider" }).waitFor();
  await page.getByLabel("User").fill(subject);
  await page.getByRole("button", { name: "Go on" }).click();
}

describeInBrowser(
  "Staff sign-in",
  ({ siteUrl, browser, open }) => {
    /** A page that may go to the provider as well; what our own pages complain of is heard. */
    async function openFreely(
      path: string,
      options: { javaScriptEnabled?: boolean; widthPixels?: number } = {},
    ) {
      const { javaScriptEnabled = true, widthPixels = 1280 } = options;
      const context = await browser().newContext({
        viewport: { width: widthPixels, height: 900 },
        javaScriptEnabled,
      });
      const complaints: string[] = [];
      context.on("console", (message) => {
        const isOurs = message.location().url.startsWith(siteUrl());
        if (isOurs && ["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      await page.goto(`${siteUrl()}${path}`);
      return { page, complaints };
    }

    const wayIn = (page: Page) => page.getByRole("link", { name: "Sign in with your force account" });

    test("axe finds nothing on the way in, wide or narrow, and it fits 320 pixels", async () => {
      await expectNoAxeViolations(await open("/staff/sign-in", { bypassCSP: true }));
      const narrow = await open("/staff/sign-in", { bypassCSP: true, widthPixels: 320 });
      await expectNoAxeViolations(narrow);
      await expectNoSidewaysScroll(narrow);
    });

    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test("from a page of staff's through the provider to waiting, and out again", async () => {
        const { page, complaints } = await openFreely("/staff/waiting", { javaScriptEnabled });
        expect(await page.title()).toMatch(/^Staff sign-in/);
        await wayIn(page).click();
        await proveAt(page, subjects.sam);
        await page.getByRole("heading", { name: "An administrator will link you to your post" }).waitFor();
        expect(new URL(page.url()).pathname).toBe("/staff/waiting");
        await expect.poll(() => page.getByRole("main").textContent()).toContain("Sam Officer");
        const cookies = await page.context().cookies(siteUrl());
        expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
          { name: "session", httpOnly: true, sameSite: "Lax" },
        ]);
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.getByRole("heading", { name: "You are signed out" }).waitFor();
        await page.goto(`${siteUrl()}/staff/waiting`);
        expect(await page.title()).toMatch(/^Staff sign-in/);
        expect(complaints).toEqual([]);
      });

      test("somebody who stops at the provider is told what to do", async () => {
        const { page } = await openFreely("/staff/sign-in", { javaScriptEnabled });
        await wayIn(page).click();
        await page.getByRole("button", { name: "Cancel" }).click();
        await page.getByRole("heading", { name: "You are not signed in" }).waitFor();
        await page.getByRole("link", { name: "Begin again" }).click();
        await wayIn(page).waitFor();
      });
    });

    test("by keyboard alone", async () => {
      const { page } = await openFreely("/staff/sign-in");
      await wayIn(page).focus();
      await page.keyboard.press("Enter");
      await page.getByLabel("User").fill(subjects.alex);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "An administrator will link you to your post" }).waitFor();
    });

    test("waiting: axe finds nothing, wide or narrow, and it fits 320 pixels", async () => {
      const { page } = await openFreely("/staff/sign-in");
      await wayIn(page).click();
      await proveAt(page, subjects.alex);
      await page.getByRole("heading", { name: "An administrator will link you to your post" }).waitFor();
      await expectNoAxeViolations(page);
      await page.setViewportSize({ width: 320, height: 900 });
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
    });
  },
  startOwnServer,
);
