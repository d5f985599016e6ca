import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

describeInBrowser("A resident finds their team", ({ open, expectErrorStatus }) => {
  describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
    const visit = (path: string) => open(path, { javaScriptEnabled });

    test("by postcode, typed as people type", async () => {
      const page = await visit("/");
      await page.getByLabel("Your postcode").fill("de43ag");
      await page.getByRole("button", { name: "Find my team" }).click();
      await heading(page, "Matlock").waitFor();
      expect(await page.getByText("Your neighbourhood for DE4 3AG").count()).toBe(1);
      expect(page.url(), "the address keeps no postcode").not.toMatch(/de4/i);
      expect(await page.getByText(/^Sgt /).first().isVisible()).toBe(true);
      expect(await page.getByRole("link", { name: /999|101/ }).count()).toBeGreaterThanOrEqual(0);
    });

    test("what is not a postcode is kept, with what to enter instead", async () => {
      expectErrorStatus();
      const page = await visit("/");
      await page.getByLabel("Your postcode").fill("hello");
      await page.getByRole("button", { name: "Find my team" }).click();
      const problem = page.getByRole("alert");
      await problem.getByRole("link", { name: "Enter a full UK postcode, like DE4 3AG" }).waitFor();
      expect(await page.getByLabel("Your postcode").inputValue()).toBe("hello");
      expect(await page.title()).toMatch(/^Error: /);
    });

    test("a slip of the finger is offered, not put right in silence", async () => {
      expectErrorStatus();
      const page = await visit("/");
      await page.getByLabel("Your postcode").fill("DE4 EAG");
      await page.getByLabel("Your postcode").fill("DE4 3A6");
      await page.getByLabel("Your postcode").fill("DE4 OAG");
      await page.getByRole("button", { name: "Find my team" }).click();
      await page.getByRole("button", { name: "DE4 0AG" }).click();
      await heading(page, /DE4 0AG/).waitFor();
    });

    test("a postcode known only by its outward code is asked about, not guessed", async () => {
      const page = await visit("/");
      await page.getByLabel("Your postcode").fill("SK13 0LU");
      await page.getByRole("button", { name: "Find my team" }).click();
      await heading(page, "Which neighbourhood is SK13 0LU in?").waitFor();
      await page.getByRole("button", { name: "Gamesley" }).click();
      await heading(page, "Gamesley").waitFor();
      expect(await page.getByText("Your neighbourhood for SK13 0LU").count()).toBe(1);
    });

    test("a postcode in no list is said to be unknown, with other ways on", async () => {
      const page = await visit("/");
      await page.getByLabel("Your postcode").fill("ZZ99 9ZZ");
      await page.getByRole("button", { name: "Find my team" }).click();
      await heading(page, "We do not know ZZ99 9ZZ").waitFor();
      expect(await page.getByRole("main").getByRole("link", { name: "search a place" }).isVisible()).toBe(
        true,
      );
    });

    test.each([
      ["Buxon", "Buxton"],
      ["chapel en le frith", "Chapel-en-le-Frith"],
    ])("by a place's name, spelt %s", async (words, name) => {
      const page = await visit("/places");
      await page.getByLabel("Town, village, estate or neighbourhood").fill(words);
      await page.getByRole("button", { name: "Search" }).click();
      const first = page.getByRole("main").getByRole("listitem").first().getByRole("link");
      await page.getByRole("heading", { level: 2, name: new RegExp(words) }).waitFor();
      expect(await first.innerText()).toContain(name);
      await first.click();
      await page.getByRole("heading", { level: 2, name: /team/i }).first().waitFor();
    });

    test("from the list, by district and name", async () => {
      const page = await visit("/neighbourhoods");
      await page.getByLabel("Name or district").fill("wirks");
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByText("1 neighbourhood matches “wirks”").waitFor();
      await page.getByRole("main").getByRole("link", { name: "Wirksworth" }).click();
      await heading(page, /Wirksworth/).waitFor();
    });

    test("from the list beside the map", async () => {
      const page = await visit("/map");
      await page.getByText(/^Choose from a list of/).click();
      await page.getByRole("main").getByRole("listitem").getByRole("link", { name: "Wirksworth" }).click();
      await heading(page, /Wirksworth/).waitFor();
    });

    test("an address that is not there says so and offers the way on", async () => {
      expectErrorStatus();
      const page = await visit("/neighbourhoods/atlantis");
      await heading(page, /not found/i).waitFor();
      expect(await page.getByLabel("Your postcode").isVisible()).toBe(true);
    });
  });

  test("by keyboard alone", async () => {
    const page = await open("/");
    await page.keyboard.press("Tab");
    expect(await page.getByRole("link", { name: "Skip to main content" }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.getByLabel("Your postcode").evaluate(isFocused)).toBe(true);
    await page.keyboard.type("de4 3ag");
    await page.keyboard.press("Enter");
    await heading(page, "Matlock").waitFor();
  });

  test("by where they are, and the address keeps no position", async () => {
    const geolocation = { latitude: 53.14, longitude: -1.55 };
    const page = await open("/", { geolocation, permissions: ["geolocation"] });
    await page.getByRole("button", { name: "Use my location" }).click();
    await page.getByText("Your neighbourhood for where you are").waitFor();
    // Only the path: the server's port is anybody's guess.
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe("/neighbourhoods/matlock");
  });
});

const isFocused = (element: Element) => element === document.activeElement;
