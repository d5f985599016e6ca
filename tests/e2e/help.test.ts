import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";

const neutralSite = "https://www.bbc.co.uk/weather";
const withExit = ["/help", "/help/domestic-abuse"];
const exitButton = (page: Page) => page.getByRole("main").getByRole("link", { name: "Exit this page" });

describeInBrowser("Somebody in need of help", ({ open, siteUrl, browser }) => {
  /**
   * A page beside a neutral site that is played by us: no test asks the real one. It answers with a page of its own, or
   * with nothing (204), after which a browser stays where it is and what it shows can be looked at.
   */
  async function openBesideNeutralSite(path: string, answer: "a page" | "nothing") {
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 } });
    const asked: string[] = [];
    await context.route(`${neutralSite}**`, async (route) => {
      asked.push(route.request().url());
      await (answer === "nothing"
        ? route.fulfill({ status: 204 })
        : route.fulfill({ contentType: "text/html", body: "<title>Weather</title><h1>Weather</h1>" }));
    });
    const page = await context.newPage();
    await page.goto(siteUrl() + path, { waitUntil: "networkidle" });
    return { page, asked };
  }

  const expectHiddenAndLeft = async (page: Page, asked: string[]) => {
    await page.getByText("Loading.", { exact: true }).waitFor();
    expect(await page.locator("h1").isVisible()).toBe(false);
    expect(await page.locator("header").isVisible()).toBe(false);
    expect(await page.locator("footer").isVisible()).toBe(false);
    await expect.poll(() => asked).toEqual([neutralSite]);
  };

  describe.each(withExit)("%s", (path) => {
    test("leaves by the button: hidden at once, then the neutral site", async () => {
      const { page, asked } = await openBesideNeutralSite(path, "nothing");
      await exitButton(page).click();
      await expectHiddenAndLeft(page, asked);
    });

    test("leaves by Shift three times, and says how often is left", async () => {
      const { page, asked } = await openBesideNeutralSite(path, "nothing");
      await page.keyboard.press("Shift");
      await page.getByText("Shift, press 2 more times to exit.").waitFor({ state: "attached" });
      await page.keyboard.press("Shift");
      await page.getByText("Shift, press 1 more time to exit.").waitFor({ state: "attached" });
      expect(await page.locator("h1").isVisible()).toBe(true);
      await page.keyboard.press("Shift");
      await expectHiddenAndLeft(page, asked);
    });

    test("leaves from the second stop of the keyboard", async () => {
      const { page, asked } = await openBesideNeutralSite(path, "nothing");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      expect(await focused.innerText()).toBe("Exit this page");
      await page.keyboard.press("Enter");
      await expectHiddenAndLeft(page, asked);
    });

    test("Back does not bring the page up again", async () => {
      const { page } = await openBesideNeutralSite("/neighbourhoods", "a page");
      await page.goto(siteUrl() + path, { waitUntil: "networkidle" });
      await exitButton(page).click();
      await page.getByRole("heading", { name: "Weather" }).waitFor();
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe("/neighbourhoods");
    });

    test("capital letters do not leave", async () => {
      const page = await open(path);
      for (const letter of ["A", "B", "C", "D"]) await page.keyboard.press(`Shift+${letter}`);
      await page.keyboard.press("Shift");
      await page.getByText("Shift, press 2 more times to exit.").waitFor({ state: "attached" });
      expect(await page.locator("h1").isVisible()).toBe(true);
    });

    test.each(withAndWithoutScript)("the button is a link, $script", async ({ javaScriptEnabled }) => {
      const page = await open(path, { javaScriptEnabled });
      const button = exitButton(page);
      expect(await button.getAttribute("href")).toBe(neutralSite);
      expect(await button.getAttribute("target")).toBeNull();
      expect(await button.getAttribute("rel")).toContain("noreferrer");
    });

    test("the button is on the screen at once, and stays there", async () => {
      const page = await open(path, { widthPixels: 320 });
      const isOnScreen = async () => {
        const box = await exitButton(page).boundingBox();
        return box !== null && box.y >= 0 && box.y + box.height <= 900;
      };
      expect(await isOnScreen()).toBe(true);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
      expect(await isOnScreen()).toBe(true);
    });
  });

  test("without script the page of domestic abuse does not promise the Shift key", async () => {
    const page = await open("/help/domestic-abuse", { javaScriptEnabled: false });
    expect(await page.getByText(/Shift/).count()).toBe(0);
    expect(await page.getByText("Your browser may still remember that you were here").count()).toBe(1);
  });

  test("no browser keeps a copy of the page of domestic abuse", async () => {
    const response = await fetch(`${siteUrl()}/help/domestic-abuse`);
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  });

  describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
    test("999 is the first number of the page, and large", async () => {
      const page = await open("/help", { javaScriptEnabled, widthPixels: 320 });
      const first = page.getByRole("main").locator('a[href^="tel:"]').first();
      expect(await first.getAttribute("href")).toBe("tel:999");
      const box = await first.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    });

    test("every entry of the contents leads to a section", async () => {
      const page = await open("/help", { javaScriptEnabled });
      const entries = await page.getByRole("navigation", { name: "On this page" }).getByRole("link").all();
      expect(entries).toHaveLength(10);
      for (const entry of entries) {
        const target = (await entry.getAttribute("href")) ?? "";
        expect(await page.locator(`h2${target}`).innerText(), target).toBe(await entry.innerText());
      }
    });

    test("the demonstration names its nine councils, and links those whose page was read", async () => {
      const page = await open("/help", { javaScriptEnabled });
      const review = page.locator("section", { has: page.locator("#anti-social-behaviour") });
      expect(await review.getByRole("listitem").count()).toBe(9);
      expect(await review.getByRole("listitem").getByRole("link").count()).toBe(5);
      expect(await review.getByRole("link", { name: "Safer Derbyshire" }).count()).toBe(1);
    });

    test("the footer leads to every legal page", async () => {
      for (const [words, title] of [
        ["Privacy", "Privacy"],
        ["Cookies", "Cookies"],
        ["Accessibility", "Accessibility statement"],
        ["Taking part", "Terms of taking part"],
      ] as const) {
        const page = await open("/help", { javaScriptEnabled });
        await page.getByRole("contentinfo").getByRole("link", { name: words }).click();
        await page.getByRole("heading", { level: 1, name: title }).waitFor();
      }
    });
  });
});
