import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { weighPage } from "#tests/support/page-weight.ts";
import { priorityPages, startWithPlans } from "./public-plan-site.ts";

// The most that the fullest page of a priority may weigh, after gzip.
const mostHtmlBytes = 25_000;

describeInBrowser(
  "What residents see of a plan",
  ({ open, browser, siteUrl }) => {
    describe.each(Object.entries(priorityPages))("%s", (_, path) => {
      test("axe finds nothing, wide or narrow", async () => {
        await expectNoAxeViolations(await open(path, { bypassCSP: true }));
        await expectNoAxeViolations(await open(path, { bypassCSP: true, widthPixels: 320 }));
      });

      test.each(withAndWithoutScript)("fits 320 pixels, $script", async ({ javaScriptEnabled }) => {
        await expectNoSidewaysScroll(await open(path, { widthPixels: 320, javaScriptEnabled }));
      });

      test("answers the four questions in their order", async () => {
        const page = await open(path, { javaScriptEnabled: false });
        const questions = await page.getByRole("heading", { level: 2 }).allTextContents();
        expect(questions.slice(0, 4)).toEqual(["You said", "We did", "What changed", "Did you agree?"]);
      });
    });

    test("on paper it is one document: no navigation, and every figure", async () => {
      const page = await open(priorityPages.signedOff, { javaScriptEnabled: false });
      await page.emulateMedia({ media: "print" });
      for (const gone of [
        page.getByRole("navigation", { name: "Main" }),
        page.getByRole("navigation", { name: "On this page" }),
        page.getByRole("button", { name: "Follow this priority" }),
      ])
        expect(await gone.isVisible()).toBe(false);
      expect(await page.getByRole("img", { name: "Near misses" }).isVisible()).toBe(true);
      expect(await page.getByRole("table", { name: "Near misses: the figures" }).isVisible()).toBe(true);
      expect(await page.getByText("The team says:").isVisible()).toBe(true);
    });

    test("leads to the answer while a round is open", async () => {
      const page = await open(priorityPages.asked, { javaScriptEnabled: false });
      const link = page.getByRole("link", { name: "Say whether it worked" });
      expect(await link.getAttribute("href")).toBe(`${priorityPages.asked}/feedback`);
    });

    test("keeps to its budget with all that a plan can have", async () => {
      const { htmlBytes } = await weighPage(browser(), siteUrl() + priorityPages.signedOff);
      expect(htmlBytes).toBeLessThan(mostHtmlBytes);
    });
  },
  startWithPlans,
);
