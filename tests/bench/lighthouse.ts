import lighthouse from "lighthouse";
import { launchChromium } from "#tests/support/chromium-launch.ts";
import { freePort } from "#tests/support/postgres-start.ts";
import { pagesToMeasure, withServer } from "./with-server.ts";

/** A demonstration asks not to be indexed, so its SEO mark is not taken. */
const categories = ["performance", "accessibility", "best-practices"];

/** Lighthouse's marks (0 to 100) for the finder and a neighbourhood page, as on a slow telephone. */
export function benchLighthouse(): Promise<Record<string, Record<string, number>>> {
  return withServer(async (siteUrl) => {
    const port = await freePort();
    const browser = await launchChromium([`--remote-debugging-port=${port}`]);
    const marks: Record<string, Record<string, number>> = {};
    for (const path of await pagesToMeasure(siteUrl)) {
      const result = await lighthouse(siteUrl + path, {
        port,
        onlyCategories: categories,
        logLevel: "error",
      });
      const { lhr } = result ?? {};
      if (lhr === undefined) throw new Error(`Lighthouse gave no result for ${path}.`);
      const unmeasured = Object.values(lhr.audits).filter(
        ({ scoreDisplayMode }) => scoreDisplayMode === "error",
      );
      if (unmeasured.length > 0) {
        const reasons = unmeasured.map(
          ({ id, errorMessage }) => `${id}: ${errorMessage ?? "no reason given"}`,
        );
        throw new Error(`Lighthouse could not measure ${path}: ${reasons.join("; ")}`);
      }
      marks[path] = Object.fromEntries(
        Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? Number.NaN) * 100)]),
      );
    }
    await browser.close();
    return marks;
  });
}
