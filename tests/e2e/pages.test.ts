import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { pageBudget, weighPage } from "#tests/support/page-weight.ts";

const pages = [
  "/",
  "/find",
  "/locate",
  "/places",
  "/places?q=Buxon",
  "/places?q=zzzzzz",
  "/neighbourhoods",
  "/neighbourhoods/matlock",
  "/neighbourhoods/gamesley",
  "/neighbourhoods/matlock/raise",
  "/neighbourhoods/matlock/vote",
  "/neighbourhoods/matlock/priorities",
  "/neighbourhoods/matlock/cycles/1",
  "/neighbourhoods/matlock/message",
  "/neighbourhoods/matlock/incidents",
  "/neighbourhoods/matlock/abstraction",
  "/neighbourhoods/matlock/meetings",
  "/neighbourhoods/matlock/poster",
  "/abstraction",
  "/search",
  "/search?q=speding",
  "/practice",
  "/practice?q=radoi",
  "/practice/shops-linked-by-radio",
  "/map",
  "/attribution",
  "/help",
  "/help/domestic-abuse",
  "/privacy",
  "/accessibility",
  "/cookies",
  "/terms",
  "/staff/abstractions/offline",
];
const missing = ["/nowhere", "/neighbourhoods/atlantis"];

describeInBrowser("Every page", ({ open, expectErrorStatus, siteUrl, browser }) => {
  describe.each([...pages, ...missing])("%s", (path) => {
    const visit: typeof open = (address, options) => {
      if (missing.includes(address)) expectErrorStatus();
      return open(address, options);
    };

    test("axe finds nothing, wide or narrow", async () => {
      // axe adds styles of its own while it measures; the policy is kept by every other visit.
      await expectNoAxeViolations(await visit(path, { bypassCSP: true }));
      await expectNoAxeViolations(await visit(path, { bypassCSP: true, widthPixels: 320 }));
    });

    test.each(withAndWithoutScript)("fits 320 pixels, $script", async ({ javaScriptEnabled }) => {
      const page = await visit(path, { widthPixels: 320, javaScriptEnabled });
      await expectNoSidewaysScroll(page);
    });

    test("has one main heading, a title of its own, and says it is a demonstration", async () => {
      const page = await visit(path, { javaScriptEnabled: false });
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      expect(await page.title()).toMatch(/.+ – Safer Neighbourhoods$/);
      expect(await page.getByRole("banner").getByText("Demonstration.").isVisible()).toBe(true);
    });
  });

  test("titles are different", async () => {
    const titles: string[] = [];
    for (const path of pages) titles.push(await (await open(path, { javaScriptEnabled: false })).title());
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(["/", "/neighbourhoods/matlock"])("%s keeps to its budget", async (path) => {
    const { htmlBytes, scriptBytes } = await weighPage(browser(), siteUrl() + path);
    expect(htmlBytes).toBeLessThan(pageBudget.htmlBytes);
    expect(scriptBytes).toBeLessThan(pageBudget.scriptBytes);
    expect(scriptBytes, "the script was seen at all").toBeGreaterThan(10_000);
  });
});
