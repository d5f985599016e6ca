import { launchChromium } from "#tests/support/chromium-launch.ts";
import { pageBudget, weighPage, type PageWeight } from "#tests/support/page-weight.ts";
import { pagesToMeasure, withServer } from "./with-server.ts";

/** Gzipped bytes of the finder and of a neighbourhood page, and whether they keep to the budget. */
export function benchBudgets(): Promise<Record<string, PageWeight & { isWithinBudget: boolean }>> {
  return withServer(async (siteUrl) => {
    const browser = await launchChromium();
    const weights: Record<string, PageWeight & { isWithinBudget: boolean }> = {};
    for (const path of await pagesToMeasure(siteUrl)) {
      const weight = await weighPage(browser, siteUrl + path);
      const isWithinBudget =
        weight.htmlBytes < pageBudget.htmlBytes && weight.scriptBytes < pageBudget.scriptBytes;
      weights[path] = { ...weight, isWithinBudget };
    }
    await browser.close();
    return weights;
  });
}
