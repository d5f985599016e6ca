import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";

/** What a page costs a resident before they do anything, in bytes after gzip. */
export interface PageWeight {
  htmlBytes: number;
  /** All script but the map's. */
  scriptBytes: number;
  /** Script of the map, which is loaded after the page. */
  mapScriptBytes: number;
}

/** The budgets for the finder and the neighbourhood page. */
export const pageBudget = { htmlBytes: 20_000, scriptBytes: 110_000 } as const;

const isMapScript = (url: string) => /\/(map\.client|leaflet)[^/]*\.js$/.test(url);

/** Visits a page once, with an empty cache, until the network is quiet. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext();
  const weight: PageWeight = { htmlBytes: 0, scriptBytes: 0, mapScriptBytes: 0 };
  const page = await context.newPage();
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "document" && kind !== "script") return;
    const add = async () => {
      const bytes = gzipSync(await response.body()).length;
      if (kind === "document") weight.htmlBytes += bytes;
      else if (isMapScript(response.url())) weight.mapScriptBytes += bytes;
      else weight.scriptBytes += bytes;
    };
    reading.push(add());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(reading);
  await context.close();
  return weight;
}
