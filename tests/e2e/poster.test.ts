import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { describeInBrowser } from "#tests/support/browser.ts";

const listed = z.object({ neighbourhoods: z.array(z.object({ slug: z.string(), name: z.string() })) });

const longest = <One>(all: readonly One[], lengthOf: (one: One) => number): One => {
  const found = all.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];
  if (found === undefined) throw new Error("There is no neighbourhood.");
  return found;
};
/** How many sheets a document has: its tree of pages counts them. */
const sheetsOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;

/** How far what stands on a printed sheet runs over its edge, which is where it would be cut off. */
const cutOff = async (page: Page) => {
  await page.emulateMedia({ media: "print" });
  // Inside the margins of an A4 sheet.
  await page.setViewportSize({ width: 733, height: 1062 });
  return page.locator(".sn-poster").evaluate((sheet) => ({
    below: sheet.scrollHeight - sheet.clientHeight,
    beside: sheet.scrollWidth - sheet.clientWidth,
  }));
};

describeInBrowser("A poster", ({ open, siteUrl }) => {
  const slugs = { normal: "matlock", longestName: "", fullest: "" };

  beforeAll(async () => {
    const answer = await fetch(`${siteUrl()}/api/v1/neighbourhoods`);
    const { neighbourhoods } = listed.parse(await answer.json());
    slugs.longestName = longest(neighbourhoods, ({ name }) => name.length).slug;
    const posters: { slug: string; html: string }[] = [];
    for (const { slug } of neighbourhoods)
      posters.push({ slug, html: await (await fetch(`${siteUrl()}/neighbourhoods/${slug}/poster`)).text() });
    // The longest team and the longest words: all that differs between two posters.
    slugs.fullest = longest(posters, ({ html }) => html.length).slug;
  });

  test.each(["normal", "longestName", "fullest"] as const)(
    "prints on one sheet of A4, whole: %s",
    async (which) => {
      const page = await open(`/neighbourhoods/${slugs[which]}/poster`);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(sheetsOf(pdf), slugs[which]).toBe(1);
      // The size of A4 in points.
      expect(pdf.toString("latin1")).toMatch(/\/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
      expect(await cutOff(page), slugs[which]).toEqual({ below: 0, beside: 0 });
    },
  );
});
