import { beforeEach, describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { atWork, openDevice, plan, says, startPlanSite } from "./plan-people.ts";

let site: Awaited<ReturnType<typeof startPlanSite>>;

const offlineWords = "Not saved: no connection. It is kept on this device and sent when you are back.";
const saved = /^Saved \d\d:\d\d$/;

describeInBrowser(
  "Writing in a plan",
  (visitor) => {
    beforeEach(() => site.empty());

    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test("a sergeant writes a part, is told what cannot stand, and finds the rest saved", async () => {
        const device = await openDevice(visitor, site, "sergeant", { javaScriptEnabled });
        const page = await device.open(`${plan}?part=scanning`);
        if (javaScriptEnabled) await atWork(page);
        const save = () => page.getByRole("button", { name: "Save", exact: true }).click();
        await page.getByLabel("What happens").fill("Bikes are ridden across the field");
        await page.getByLabel("Where it happens").fill("Ask Mr Hollis");
        await save();
        await page.getByText("Take out the name “Mr Hollis”").first().waitFor();
        expect(await page.getByLabel("Where it happens").inputValue()).toBe("Ask Mr Hollis");
        await page.getByLabel("Where it happens").fill("The recreation ground");
        await save();
        await (javaScriptEnabled ? says(page, saved) : page.getByText("Saved.").waitFor());
        await page.reload();
        expect(await page.getByLabel("What happens").inputValue()).toBe("Bikes are ridden across the field");
        expect(await page.getByLabel("Where it happens").inputValue()).toBe("The recreation ground");
        await page.setViewportSize({ width: 320, height: 800 });
        await expectNoSidewaysScroll(page);
        device.expectQuiet();
      });
    });

    test("is saved as one goes, in every part, and what is still needed leads to its box", async () => {
      const device = await openDevice(visitor, site, "sergeant");
      const page = await atWork(await device.open(plan));
      await page.getByRole("link", { name: "Fill in “What is counted”" }).click();
      await page.keyboard.type("Bikes seen in a week");
      await says(page, saved);
      expect(await page.getByRole("link", { name: "Fill in “What is counted”" }).count()).toBe(0);
      await page.getByRole("link", { name: /^Analysis/ }).click();
      await page.getByLabel("Who looks after the place").fill("The parish council");
      await page.locator("svg").getByText("The parish council").waitFor();
      await page.getByLabel("Who protects them").focus();
      await page.waitForResponse((response) => response.url().endsWith("/fields"));
      await page.reload();
      expect(await page.getByLabel("Who looks after the place").inputValue()).toBe("The parish council");
      device.expectQuiet();
    });

    test("a line that drops in mid-edit loses nothing: said, kept, and sent when it is back", async () => {
      const device = await openDevice(visitor, site, "sergeant");
      const page = await atWork(await device.open(`${plan}?part=scanning`));
      await page.getByLabel("What happens").fill("Bikes");
      await device.context.setOffline(true);
      await page.getByLabel("What happens").fill("Bikes and noise");
      await says(page, offlineWords);
      // The other parts are there without a line, too.
      await page.getByRole("link", { name: /^Analysis/ }).click();
      await page.getByLabel("The place").fill("A field");
      await says(page, offlineWords);
      await device.context.setOffline(false);
      await says(page, saved);
      await page.reload();
      expect(await page.getByLabel("The place").inputValue()).toBe("A field");
      await page.getByRole("link", { name: /^Scanning/ }).click();
      expect(await page.getByLabel("What happens").inputValue()).toBe("Bikes and noise");
      device.expectQuiet();
    });

    test("a page closed without a line finds its text again, and somebody else on the device does not", async () => {
      const device = await openDevice(visitor, site, "sergeant");
      const page = await atWork(await device.open(`${plan}?part=scanning`));
      await device.context.setOffline(true);
      await page.getByLabel("What happens").fill("Bikes after dark");
      await says(page, offlineWords);
      await page.close();
      await device.context.setOffline(false);
      await device.context.addCookies([site.cookieOf("constable")]);
      const other = await atWork(await device.open(`${plan}?part=scanning`));
      expect(await other.getByLabel("What happens").inputValue()).toBe("");
      await other.close();
      await device.context.addCookies([site.cookieOf("sergeant")]);
      const again = await device.open(`${plan}?part=scanning`);
      await says(again, saved);
      expect(await again.getByLabel("What happens").inputValue()).toBe("Bikes after dark");
      await again.reload();
      expect(await again.getByLabel("What happens").inputValue()).toBe("Bikes after dark");
      expect(await again.evaluate(() => localStorage.length)).toBe(0);
      device.expectQuiet();
    });

    test("two who write in one field see both texts, and choose", async () => {
      const [mine, theirs] = [
        await openDevice(visitor, site, "sergeant"),
        await openDevice(visitor, site, "constable"),
      ];
      const path = `${plan}?part=scanning`;
      const [page, other] = [await atWork(await mine.open(path)), await atWork(await theirs.open(path))];
      await mine.context.setOffline(true);
      await page.getByLabel("What happens").fill("Noise at night");
      await other.getByLabel("What happens").fill("Bikes by day");
      await says(other, saved);
      await mine.context.setOffline(false);
      const both = page.getByRole("group", { name: /Somebody else changed “What happens”/ });
      await both.getByText("Bikes by day").waitFor();
      await both.getByText("Noise at night").waitFor();
      await says(page, "Not saved: “What happens”. See what stands beside it.");
      await page.getByLabel("What happens").fill("Bikes by day, noise at night");
      await both.getByRole("button", { name: "Keep yours" }).click();
      await says(page, saved);
      // Nobody writes in it there any more: it takes the new text by itself.
      await other.getByLabel("Where it happens").focus();
      await expect
        .poll(() => other.getByLabel("What happens").inputValue(), { timeout: 25_000 })
        .toBe("Bikes by day, noise at night");
      mine.expectQuiet();
      theirs.expectQuiet();
    });

    test("signing out leaves nothing on the device", async () => {
      const device = await openDevice(visitor, site, "constable");
      const page = await atWork(await device.open(`${plan}?part=scanning`));
      await page.getByLabel("What happens").fill("Ask Mr Hollis");
      await page.getByText("Take out the name “Mr Hollis”").waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(1);
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "You are signed out" }).waitFor();
      await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
      device.expectQuiet();
    });

    test("axe finds nothing on its pages, wide or narrow", async () => {
      const device = await openDevice(visitor, site, "sergeant", { bypassCSP: true });
      const page = await atWork(await device.open(`${plan}?part=scanning`));
      await page.getByLabel("What happens").fill("Ask Mr Hollis");
      await page.getByLabel("Where it happens").fill("The field");
      await page.getByText("Take out the name “Mr Hollis”").waitFor();
      const pages = ["analysis", "assessment", "whole"].map((part) => `${plan}?part=${part}`);
      for (const path of [null, ...pages, `${plan}/history`, `${plan}/history?from=0`]) {
        if (path !== null) await page.goto(site.server.url + path);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await expectNoSidewaysScroll(page);
          await expectNoAxeViolations(page);
        }
      }
    });
  },
  async () => {
    site = await startPlanSite();
    return site.server;
  },
);
