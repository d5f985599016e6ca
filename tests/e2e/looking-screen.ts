import type { Visitor } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import type { Screen } from "./choosing-steps.ts";

/** A screen whose every page has to fit 320 pixels and, where it has script, to satisfy axe at both widths. */
export async function openScreen({ open }: Visitor, javaScriptEnabled: boolean): Promise<Screen> {
  const page = await open("/", { javaScriptEnabled });
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  const look = async () => {
    await page.setViewportSize({ ...size, width: 320 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(size);
    if (!javaScriptEnabled) return;
    const { pathname, search } = new URL(page.url());
    const storageState = await page.context().storageState();
    // axe adds styles of its own: a twin of the page is measured, and this one keeps its policy.
    const twin = await open(pathname + search, { storageState, bypassCSP: true });
    await expectNoAxeViolations(twin);
    await twin.setViewportSize({ ...size, width: 320 });
    await expectNoAxeViolations(twin);
    await twin.context().close();
  };
  return { page, look };
}
