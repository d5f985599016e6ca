import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { heading, press } from "./sign-in-by-code.ts";

const raise = "/neighbourhoods/matlock/raise";
const aboutMatlock = "A point is chosen in Matlock, to about 100 metres.";
const coarse = /^-?\d+(\.\d{1,3})?$/;

const mapOf = (page: Page) =>
  page.getByRole("application", { name: /^Map of Matlock.*Enter chooses the point/ });
const positionOf = (page: Page) =>
  page
    .locator("input[name=lng], input[name=lat]")
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("value")));

const mapFiles = async (page: Page) =>
  (await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))).filter(
    (url) => /\/(map\.client|leaflet)[^/]*\.js$/.test(url),
  );

async function write(page: Page) {
  await page.getByLabel("What is it about?").selectOption("speeding");
  await page.getByLabel("What worries you?").fill("Cars race here at night.");
}

async function send(page: Page) {
  // Nobody reads the page and writes in less than three seconds: it would be asked for once more.
  await page.waitForTimeout(3_200);
  await press(page, "Send to the team");
  await heading(page, "We have received what you wrote");
}

describeInBrowser("Where a concern is, on a map", ({ open, expectErrorStatus }) => {
  test("a click chooses a point; it can be removed, and comes back with a form that is refused", async () => {
    // axe adds styles of its own, which the policy of the page would refuse.
    const page = await open(raise, { bypassCSP: true });
    await page.getByRole("button", { name: "Show it on a map" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await mapFiles(page), "not before it is asked for").toEqual([]);

    await press(page, "Show it on a map");
    await mapOf(page).click();
    await page.getByText(aboutMatlock).waitFor();
    expect((await mapFiles(page)).length).toBeGreaterThan(0);
    expect(await positionOf(page)).toEqual([expect.stringMatching(coarse), expect.stringMatching(coarse)]);
    await expectNoAxeViolations(page);
    await press(page, /^Remove it/);
    await page.getByText("Nothing is added now.").waitFor();
    expect(await positionOf(page)).toEqual(["", ""]);
    expect(await page.locator(".sn-map-point").count()).toBe(0);

    await mapOf(page).click();
    await page.getByText(aboutMatlock).waitFor();
    const chosen = await positionOf(page);
    await page.getByLabel("Where is it? (optional)").fill("The park");
    expectErrorStatus();
    await press(page, "Send to the team");
    await page.getByText("Enter what worries you").first().waitFor();
    await page.getByText("A point is chosen, to about 100 metres.").waitFor();
    expect(await positionOf(page)).toEqual(chosen);
    expect(await page.getByLabel("Where is it? (optional)").inputValue()).toBe("The park");
    await press(page, "Show it on a map");
    await page.locator(".sn-map-point").waitFor();
  });

  test("by keyboard alone, at 320 pixels, and sent", async () => {
    const page = await open(raise, { widthPixels: 320 });
    await write(page);
    await page.getByRole("button", { name: "Show it on a map" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "application");
    await expectNoSidewaysScroll(page);
    await page.keyboard.press("Enter");
    await page.getByText(aboutMatlock).waitFor();
    const middle = await positionOf(page);
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(500);
    await page.keyboard.press("Enter");
    await expect.poll(() => positionOf(page)).not.toEqual(middle);
    await page.keyboard.press("Tab");
    expect(
      await page.evaluate(() => document.activeElement?.matches(".leaflet-control-zoom-in")),
      "the areas are no stops of the keyboard",
    ).toBe(true);
    await send(page);
  });

  test("where the map cannot be had the words stand alone", async () => {
    const page = await open(raise);
    await page.route("**/neighbourhoods.geojson*", (route) => route.fulfill({ status: 503 }));
    expectErrorStatus();
    await write(page);
    await press(page, "Show it on a map");
    await page.getByText("The map cannot be shown now. Describe the place instead.").waitFor();
    await page.getByRole("button", { name: "Show it on a map", expanded: false }).waitFor();
    await send(page);
  });

  test("without script there is no button, and nothing is missing", async () => {
    const page = await open(raise, { javaScriptEnabled: false });
    expect(await page.getByRole("button", { name: /map/ }).count()).toBe(0);
    await write(page);
    await page.getByLabel("Where is it? (optional)").fill("The park");
    await send(page);
  });
});
