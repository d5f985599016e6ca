import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { startServer } from "#tests/support/server.ts";
import { importPostcodes, pointsNearBorders, type BorderPoints } from "./postcode-fixture.ts";

/** Postcodes of this test's own list, which has one for each answer. */
const own = {
  near: "DE4 9ZA",
  onBorder: "DE4 9ZB",
  ended: "DE4 9ZD",
  sheffield: "S99 9ZA",
  glasgow: "G99 9ZA",
};

let points: BorderPoints;

async function startWithPostcodes() {
  const server = await startServer({ env: { LOG_LEVEL: "warn" } });
  points = await pointsNearBorders(server.url);
  const at = ({ lat, lng }: { lat: number; lng: number }) => `${lat},${lng}`;
  await importPostcodes(server.dataDir, [
    `${own.near},,E07000035,${at(points.near)}`,
    `${own.onBorder},,E07000035,${at(points.onBorder)}`,
    `${own.ended},201906,E07000035,${at(points.near)}`,
    `${own.sheffield},,E08000039,53.38,-1.47`,
    `${own.glasgow},,S12000049,55.86,-4.25`,
  ]);
  return server;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

describeInBrowser(
  "When a postcode is not simply one neighbourhood's",
  ({ open }) => {
    beforeAll(() => {
      expect(points).toBeDefined();
    });

    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      const enter = async (postcode: string, widthPixels = 1280) => {
        const page = await open("/", { javaScriptEnabled, widthPixels });
        await page.getByLabel("Your postcode").fill(postcode);
        await page.getByRole("button", { name: "Find my team" }).click();
        return page;
      };

      test.each([
        [
          own.sheffield,
          "South Yorkshire Police on police.uk",
          "https://www.police.uk/pu/your-area/south-yorkshire-police/",
        ],
        [own.glasgow, "Police Scotland on police.uk", "https://www.police.uk/pu/your-area/"],
      ])("%s is another force's: which, and where to go", async (postcode, name, address) => {
        const page = await enter(postcode);
        await heading(page, `${postcode} is outside Derbyshire`).waitFor();
        expect(await page.getByRole("link", { name }).getAttribute("href")).toBe(address);
      });

      test("one that ended is said to have ended", async () => {
        const page = await enter(own.ended);
        await heading(page, `${own.ended} is no longer in use`).waitFor();
        expect(
          await page.getByRole("main").getByRole("link", { name: "Try another postcode" }).isVisible(),
        ).toBe(true);
      });

      test("one near a border is answered, with what it is next to", async () => {
        const page = await enter(own.near);
        await heading(page, points.near.name).waitFor();
        await page.getByText("Not yours? Next to").waitFor();
      });

      test("one on a border is asked about first, and the answer is remembered", async () => {
        const page = await enter(own.onBorder);
        await heading(page, "Which side of the line are you on?").waitFor();
        await page.getByRole("radio").nth(1).check();
        const chosen = await page.getByRole("radio").nth(1).getAttribute("value");
        await page.getByRole("button", { name: "Continue" }).click();
        await page.waitForURL(`**/neighbourhoods/${chosen ?? "?"}`);
        await page.goto(new URL("/", page.url()).href);
        await page.getByLabel("Your postcode").fill(own.onBorder);
        await page.getByRole("button", { name: "Find my team" }).click();
        await page.waitForURL(`**/neighbourhoods/${chosen ?? "?"}`);
      });

      test.each([own.sheffield, own.ended, own.near, own.onBorder])(
        "the answer for %s fits 320 pixels",
        async (postcode) => {
          const page = await enter(postcode, 320);
          await heading(page, /./).waitFor();
          await expectNoSidewaysScroll(page);
          if (javaScriptEnabled) await expectNoAxeViolations(page);
        },
      );
    });
  },
  startWithPostcodes,
);
