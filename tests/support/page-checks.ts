import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails with each finding of axe and the element it is about. The page needs JavaScript on. */
export async function expectNoAxeViolations(page: Page) {
  // why: through the debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  const findings = results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(" | ")})`,
  );
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

/** Fails when the page can be scrolled sideways at the width it has. */
export async function expectNoSidewaysScroll(page: Page) {
  const overflowPixels = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflowPixels, `${page.url()} is wider than the screen by so many pixels`).toBeLessThanOrEqual(0);
}
