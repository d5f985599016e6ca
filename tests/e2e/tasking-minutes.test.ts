import { expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import { describeInBrowser, type Visitor } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { newKey } from "../integration/tasking-desk.ts";
import { reference, startTaskingSite, type TaskingSite } from "./tasking-site.ts";

let site: TaskingSite;

async function openMinutes({ browser }: Visitor, width: number) {
  const context = await browser().newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  await context.addCookies([await site.cookie("Sergeant")]);
  const page = await context.newPage();
  await page.goto(`${site.server.url}${paths.tasking.minutes(reference)}`);
  return page;
}

/** Enough to fill several sheets. */
async function fillMinutes() {
  const { desk } = site;
  const actor = await desk.as("Sergeant");
  for (let count = 1; count <= 60; count += 1) {
    const words = `Note ${count}: what residents said of the lights on the rec was talked over once more.`;
    await recordNote(desk.deps, actor, { reference, key: newKey(), itemId: null, words });
  }
  await recordAction(desk.deps, actor, {
    reference,
    key: newKey(),
    itemId: null,
    kind: "environmental",
    task: "Repair the lights on the rec",
    agencyId: desk.id("council"),
    position: "Street lighting officer",
    dueOn: addDays(desk.today, 14),
  });
}

describeInBrowser(
  "The minutes of a joint tasking meeting",
  (visitor) => {
    test("print as a tagged document of several sheets, marked at the head and foot of each", async () => {
      await fillMinutes();
      const page = await openMinutes(visitor, 1280);
      const pdf = (await page.pdf({ tagged: true, preferCSSPageSize: true })).toString("latin1");
      expect(pdf).toContain("/StructTreeRoot");
      expect(pdf).toContain("/MarkInfo");
      expect(pdf).toContain("/Lang");
      expect(pdf.match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0).toBeGreaterThan(1);
      await page.emulateMedia({ media: "print" });
      const marks = page.locator(".sn-minutes__marking");
      expect(await marks.count()).toBe(2);
      for (const mark of await marks.all()) {
        expect(await mark.innerText()).toBe("OFFICIAL-SENSITIVE");
        // What is fixed is printed on every sheet.
        expect(await mark.evaluate((element) => getComputedStyle(element).position)).toBe("fixed");
        expect(await mark.isVisible()).toBe(true);
      }
    });

    test("are whole at 320 pixels, and axe finds nothing", async () => {
      const page = await openMinutes(visitor, 320);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
    });
  },
  async () => {
    site = await startTaskingSite();
    return site.server;
  },
);
