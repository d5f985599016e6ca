import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { plans, priorities } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { signedInAs } from "#tests/support/people.ts";
import { addPanelThings } from "../integration/panel-things.ts";

let database: TestDatabase;
let url = "";

async function startSite() {
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  const listening = await listenForTest(db, {}, { finder: await loadFinder(db), force: null });
  url = listening.url;
  await addPanelThings(db, seedId("neighbourhood", "AV01"), new Date(), "P-22222");
  await addPanelThings(db, seedId("neighbourhood", "HP01"), new Date(), "P-22223");
  return {
    url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await database.close();
      return 0;
    },
  };
}

// Twelve months as they were, and three after the response.
const figures = [10, 12, 9, 11, 10, 13, 8, 11, 10, 12, 9, 11, 1, 0, 2]
  .map((value, at) => `${1 + (at % 12)} ${2024 + Math.floor(at / 12)}: ${value}`)
  .join("\n");

describeInBrowser(
  "A measure",
  ({ open, expectErrorStatus }) => {
    test.each(withAndWithoutScript)(
      "a sergeant adds it, types figures in, and reads whether they changed, $script",
      { timeout: 120_000 },
      async ({ javaScriptEnabled }) => {
        const reference = javaScriptEnabled ? "P-22222" : "P-22223";
        const { cookie } = await signedInAs(database.db, "sergeant");
        const [name = "", value = ""] = cookie.split(/=(.*)/s);
        const there = {
          name,
          value,
          domain: "127.0.0.1",
          path: "/",
          expires: -1,
          httpOnly: true,
          secure: false,
        };
        const storageState = { cookies: [{ ...there, sameSite: "Lax" as const }], origins: [] };
        const page = await open(`/staff/priorities/${reference}/measures`, {
          javaScriptEnabled,
          storageState,
        });

        expectErrorStatus();
        await page.getByLabel("What is counted?").fill("Off-road bikes on the recreation ground");
        await page.getByRole("button", { name: "Add the measure" }).click();
        await page.getByText("There is a problem").waitFor();
        expect(await page.getByLabel("What is counted?").inputValue()).toContain("Off-road");
        await page.getByLabel("A count that is typed in").check();
        await page.getByLabel("What is one figure of?").fill("bikes a month");
        await page.getByLabel("Who counts it, and how?").fill("A count by the council’s wardens");
        await page.getByLabel("Lower").check();
        await page.getByLabel("Where should it be?").fill("3");
        const lastDay = page.getByRole("group", { name: "The last day of the time before" });
        const firstDay = page.getByRole("group", { name: "The first day of the time before" });
        for (const [group, parts] of [
          [firstDay, ["1", "1", "2024"]],
          [lastDay, ["31", "12", "2024"]],
        ] as const)
          for (const [at, label] of ["Day", "Month", "Year"].entries())
            await group.getByLabel(label).fill(parts[at] ?? "");
        await page.getByLabel("Yes", { exact: true }).check();
        await page.getByRole("button", { name: "Add the measure" }).click();
        await page.getByText("The measure is added.").waitFor();

        await page.getByLabel("Type in figures").fill("Marchember 4");
        await page.getByRole("button", { name: "Save the figures" }).click();
        await page.getByText("Line 1: begin with the month or the day").first().waitFor();
        expect(await page.getByLabel("Type in figures").inputValue()).toBe("Marchember 4");
        await page.getByLabel("Type in figures").fill(figures);
        await page.getByRole("button", { name: "Save the figures" }).click();
        await page.getByText("The figures are saved.").waitFor();

        const drawing = page.getByRole("img", { name: "Off-road bikes on the recreation ground" });
        await drawing.waitFor();
        expect(await drawing.locator("desc").textContent()).toContain("15 figures (bikes a month)");
        const main = await page.locator("main").textContent();
        expect(main).toContain("It is a change for the better.");
        expect(main).toContain("The target of 3 or less is reached.");
        expect(main).toContain("January 2025 to March 2025: 3 in all. The same months a year earlier: 31.");
        await page.getByText("The figures as a table").click();
        expect(await page.getByRole("row", { name: "February 2025" }).textContent()).toContain("0");
        const { pathname } = new URL(page.url());
        for (const path of [pathname, `/staff/priorities/${reference}/measures`]) {
          const looked = await open(path, { bypassCSP: true, storageState, widthPixels: 320 });
          await expectNoSidewaysScroll(looked);
          await expectNoAxeViolations(looked);
          await looked.setViewportSize({ width: 1280, height: 900 });
          await expectNoAxeViolations(looked);
        }
      },
    );

    test("a plan that is closed takes no more", async () => {
      const [plan] = await database.db
        .select({ id: plans.id })
        .from(plans)
        .innerJoin(priorities, eq(priorities.id, plans.priorityId))
        .where(eq(priorities.reference, "P-22223"));
      await database.db
        .update(plans)
        .set({ stage: "closed", closedAt: new Date() })
        .where(eq(plans.id, plan?.id ?? ""));
      const { cookie } = await signedInAs(database.db, "sergeant");
      const answer = await fetch(`${url}/staff/priorities/P-22223/measures`, { headers: { Cookie: cookie } });
      expect(await answer.text()).not.toContain("Add the measure");
    });
  },
  startSite,
);
