import { describe, expect, test } from "vitest";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { weighPage } from "#tests/support/page-weight.ts";
import { startWithFigures } from "./abstraction-site.ts";

const pages = {
  "a restated quarter": "/neighbourhoods/alfreton/abstraction",
  "a range": "/neighbourhoods/somercotes-and-riddings/abstraction",
  "a provisional quarter": "/neighbourhoods/glossop/abstraction",
  "the whole force": "/abstraction",
} as const;

const mostHtmlBytes = 20_000;

describeInBrowser(
  "What residents see of their team’s time",
  ({ open, browser, siteUrl }) => {
    describe.each(Object.entries(pages))("%s", (_, path) => {
      test("axe finds nothing, wide or narrow", async () => {
        await expectNoAxeViolations(await open(path, { bypassCSP: true }));
        await expectNoAxeViolations(await open(path, { bypassCSP: true, widthPixels: 320 }));
      });

      test.each(withAndWithoutScript)("fits 320 pixels, $script", async ({ javaScriptEnabled }) => {
        await expectNoSidewaysScroll(await open(path, { widthPixels: 320, javaScriptEnabled }));
      });

      test("keeps to its budget", async () => {
        const { htmlBytes } = await weighPage(browser(), siteUrl() + path);
        expect(htmlBytes).toBeLessThan(mostHtmlBytes);
      });
    });

    test.each(withAndWithoutScript)(
      "from the neighbourhood's page to the sentence, the chart, its table and the data, $script",
      async ({ javaScriptEnabled }) => {
        const page = await open("/neighbourhoods/alfreton", { widthPixels: 320, javaScriptEnabled });
        await page.getByRole("link", { name: "Your team’s time, quarter by quarter" }).click();
        await page.getByRole("heading", { level: 1, name: "Your team’s time in Alfreton" }).waitFor();
        const sentence = page.getByText(/^From \w+ to \w+ \d{4} your team spent just under 90 of every 100/);
        expect(await sentence.textContent()).toContain("The promise is at least 90.");
        expect(await page.getByText(/^Restated on .+ Before, it was 91\.$/).isVisible()).toBe(true);
        const chart = page.getByRole("img", { name: "Of every 100 duty hours, how many Alfreton got" });
        expect(await chart.isVisible()).toBe(true);
        const table = page.getByRole("table", { name: /Alfreton got: the figures$/ });
        expect(await table.getByRole("row").nth(1).textContent()).toContain("Not kept");
        const download = page.getByRole("link", { name: "Download these figures (CSV)" });
        expect(await download.getAttribute("href")).toBe("/api/v1/abstraction.csv?neighbourhood=alfreton");
        await page.getByRole("link", { name: /^What counts as an abstraction/ }).click();
        await page
          .getByRole("heading", { level: 1, name: "Neighbourhood duty used for other work" })
          .waitFor();
        expect(await page.getByRole("table", { name: "The codes of version 1" }).isVisible()).toBe(true);
      },
    );
  },
  startWithFigures,
);
