import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { startLogSite } from "./abstraction-log-site.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";

let site: Awaited<ReturnType<typeof startLogSite>>;
const log = "/staff/abstractions/log";

/** Counts what a thumb does. */
function tapping(page: Page) {
  let taps = 0;
  return {
    count: () => taps,
    choose: async (label: string | RegExp) => {
      taps += 1;
      await page.getByText(label).first().click();
    },
    press: async (name: string) => {
      taps += 1;
      await press(page, name);
    },
  };
}

describeInBrowser(
  "The log",
  ({ open, browser, siteUrl, expectErrorStatus }) => {
    beforeEach(() => site.forget());

    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test("a sergeant logs in three taps", async () => {
        const options = { ...(await site.as("Sergeant")), javaScriptEnabled, widthPixels: 320 };
        const page = await open("/staff/abstractions", options);
        await page.getByRole("link", { name: "Log an abstraction" }).click();
        await heading(page, "Log an abstraction");
        const thumb = tapping(page);
        await thumb.choose("PC Cole");
        await thumb.choose(/^C1 Custody/);
        await thumb.press("Save");
        await page.getByText("It is logged.").waitFor();
        expect(thumb.count()).toBe(3);
        expect(await site.entries()).toMatchObject([{ code: "C1", version: 1 }]);
      });

      test("response cover asks for the team, and what is wrong loses nothing", async () => {
        expectErrorStatus();
        const page = await open(log, { ...(await site.as("Constable")), javaScriptEnabled });
        const cover = page.getByLabel("Which response team was covered?");
        // Without script it stands there for every code.
        await cover.waitFor({ state: javaScriptEnabled ? "hidden" : "visible" });
        await page.getByText("PC Cole").click();
        await page.getByText(/^R1 Response/).click();
        await cover.selectOption({ label: "Early turn, minimum 8" });
        await press(page, "Save");
        await page.getByRole("alert").getByText("Enter how many officers the response team had").waitFor();
        await page.getByLabel("How many officers did it have?").fill("6");
        await press(page, "Save");
        await page.getByText("6 of 8, 2 short").waitFor();
      });
    });

    test("what is saved without a signal is sent once after signing in again, by nobody else", async () => {
      const context = await browser().newContext({ viewport: { width: 320, height: 700 } });
      context.setDefaultTimeout(30_000);
      await context.addCookies([await site.cookieFor("Sergeant")]);
      const page = await context.newPage();
      await page.goto(siteUrl() + log);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.waitForFunction(() => caches.match("/staff/abstractions/offline").then(Boolean));

      await context.setOffline(true);
      await page.goto(siteUrl() + log);
      await page.getByText("This device has no signal").waitFor();
      const held = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
      for (const name of ["Cole", "Archer", "Dean", "Sergeant"]) expect(held).not.toContain(name);
      expect(await page.getByRole("main").innerText()).not.toContain("Cole");
      await page.getByText("PC, post pc", { exact: true }).click();
      await page.getByText(/^C1 Custody/).click();
      await press(page, "Save on this device");
      await page.getByText("waits on this device").waitFor();

      await site.endSessionsOf("Sergeant");
      await context.clearCookies();
      await context.setOffline(false);
      await page.goto(`${siteUrl()}/staff/abstractions`);
      expect(page.url()).toContain("sign-in");
      expect(await site.entries()).toEqual([]);

      await context.addCookies([await site.cookieFor("Constable")]);
      await page.goto(`${siteUrl()}/staff/abstractions`);
      await heading(page, "Abstractions");
      expect(await page.getByText("without a signal").count()).toBe(0);
      expect(await site.entries()).toEqual([]);

      await context.clearCookies();
      await context.addCookies([await site.cookieFor("Sergeant")]);
      await page.goto(`${siteUrl()}/staff/abstractions`);
      await page.getByText(/: sent at /).waitFor();
      await page.reload();
      await heading(page, "Abstractions");
      expect(await page.getByText("without a signal").count()).toBe(0);
      expect(await site.entries()).toMatchObject([{ code: "C1" }]);
    });

    test("axe finds nothing on its pages, and none is wider than a narrow screen", async () => {
      for (const path of ["/staff/abstractions", log, "/staff/abstractions/offline"]) {
        const page = await open(path, await site.as("Sergeant"));
        await page
          .locator("details")
          .evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await expectNoSidewaysScroll(page);
          await expectNoAxeViolations(page);
        }
      }
      const page = await open(log, await site.as("Sergeant"));
      await page.getByText("PC Cole").click();
      await page.getByText(/^C1 Custody/).click();
      await press(page, "Save");
      await page.getByText("It is logged.").waitFor();
      await expectNoAxeViolations(page);
      await follow(page, "Correct or withdraw it");
      await heading(page, /^Correct an entry/);
      await expectNoAxeViolations(page);
    });
  },
  async () => {
    site = await startLogSite();
    return site.server;
  },
);
