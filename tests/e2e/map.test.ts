import { expect, test } from "vitest";
import { describeInBrowser } from "#tests/support/browser.ts";

describeInBrowser("The map", ({ open }) => {
  const openMap = async () => {
    const page = await open("/map");
    const map = page.getByRole("application", { name: /Map/ });
    await map.waitFor();
    return { page, map };
  };

  test("a click leads to the neighbourhood under it", async () => {
    const { page, map } = await openMap();
    // The middle of the county: the map begins with all of it in view.
    await map.click();
    await page.waitForURL((url) => url.pathname !== "/map");
    expect(new URL(page.url()).search, "the address keeps no position").toBe("");
    await page.getByText("Your neighbourhood for where you are").waitFor();
  });

  test("Enter chooses what lies under the cross, by keyboard alone", async () => {
    const { page, map } = await openMap();
    await map.focus();
    await page.keyboard.press("+");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/map");
    await page.getByText("Your neighbourhood for where you are").waitFor();
  });

  test("without script it is a picture beside the list", async () => {
    const page = await open("/map", { javaScriptEnabled: false });
    expect(await page.getByRole("application").count()).toBe(0);
    await page.getByText(/Choose from a list/).click();
    await page.getByRole("link", { name: "Matlock", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "Matlock" }).waitFor();
  });
});
