import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { lastMonthToJudge } from "#app/domain/abstraction/improvement-due.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { describeInBrowser, withAndWithoutScript, type Visitor } from "#tests/support/browser.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { cookieOf } from "#tests/support/people.ts";
import { openImprovementTest } from "../integration/improvement-desk.ts";

const board = "/staff/abstractions/improvements";
const last = lastMonthToJudge(londonDay(new Date()));
const afterMonth = (month: string) => `${addMonths(month, 1).slice(0, 7)}-08`;

async function startSite() {
  const desk = await openImprovementTest();
  const listening = await listenForTest(desk.db);
  const cookies = {
    Inspector: await cookieOf(desk.db, { id: desk.id("Inspector"), kind: "staff" }),
    Commander: await cookieOf(desk.db, { id: desk.id("Commander"), kind: "staff" }),
    "Night sergeant": await cookieOf(desk.db, { id: desk.id("Night sergeant"), kind: "staff" }),
  };
  const server = {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await desk.close();
      return 0;
    },
  };
  const empty = async () => {
    await desk.db.delete(schema.abstractionImprovements);
    await desk.db.delete(schema.abstractionJudgements);
    await desk.db.delete(schema.abstractionMonths);
  };
  return { desk, server, cookies, empty };
}

let site: Awaited<ReturnType<typeof startSite>>;

async function openAs(
  visitor: Visitor,
  person: keyof typeof site.cookies,
  options: { javaScriptEnabled?: boolean; bypassCSP?: boolean },
): Promise<Page> {
  const context = await visitor.browser().newContext(options);
  const [name = "", value = ""] = site.cookies[person].split("=");
  await context.addCookies([{ name, value, url: site.server.url }]);
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  await page.goto(site.server.url + board);
  return page;
}

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const dayOf = async (page: Page, legend: string, [day, month, year]: readonly [string, string, string]) => {
  const group = page.getByRole("group", { name: legend });
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
};
const nextYear = String(new Date().getFullYear() + 1);

describeInBrowser(
  "An improvement of abstraction",
  (visitor) => {
    beforeEach(() => site.empty());

    test.each(withAndWithoutScript)(
      "from the breach to the result, $script",
      async ({ javaScriptEnabled }) => {
        const { desk } = site;
        await desk.month(addMonths(last, -1), 10.2);
        await desk.judge(afterMonth(addMonths(last, -1)));
        const page = await openAs(visitor, "Inspector", { javaScriptEnabled });
        await page.getByRole("table").getByText("Watched").waitFor();

        await desk.month(last, 12);
        await desk.judge(londonDay(new Date()));
        await page.reload();
        await page.getByRole("link", { name: "T1", exact: true }).click();
        await page.getByText("Two months in a row over 10% ask for a plan.").first().waitFor();
        await field(page, "What causes it").fill("Ask Mr Hollis");
        await field(page, "The rate to reach, in per cent").fill("9.5");
        await press(page, "Save the plan");
        await page.getByText("Take out the name “Mr Hollis”").first().waitFor();
        // Nothing typed is lost.
        expect(await field(page, "The rate to reach, in per cent").inputValue()).toBe("9.5");
        await field(page, "What causes it").fill("Response team C is short on most nights.");
        await field(page, "What is to be reached").fill("No cover for response after midnight");
        await dayOf(page, "By when", ["30", "6", nextYear]);
        await field(page, "What panels and partnerships read").fill("The night shift gets more officers.");
        await field(page, "Whose plan it is").selectOption({ label: "Inspector, section inspector" });
        await press(page, "Save the plan");
        await page.getByText("The plan is saved.").waitFor();

        await field(page, "What is to be done").fill("Fill the night shift");
        await field(page, "Another unit (optional)").fill("Response team C");
        await field(page, "Who sees to it").selectOption(desk.id("Night sergeant"));
        await dayOf(page, "When it is due", ["1", "6", nextYear]);
        await press(page, "Add the action");
        await page.getByText("The plan is whole. Somebody else approves it, for it is yours.").waitFor();

        const commander = await openAs(visitor, "Commander", { javaScriptEnabled });
        await commander.getByRole("link", { name: "T1", exact: true }).click();
        await press(commander, "Approve the plan");
        await commander.getByText("The plan runs. Its owner is told.").waitFor();

        const owner = await openAs(visitor, "Night sergeant", { javaScriptEnabled });
        await owner.goto(`${site.server.url}/staff`);
        await owner.getByRole("link", { name: "Fill the night shift" }).click();
        await field(owner, "What came of it?").fill("Three more officers work at night.");
        await press(owner, "It is done");
        await owner.getByText("Thank you. What you said is in the plan.").waitFor();

        for (const months of [1, 2, 3]) await desk.month(addMonths(last, months), 9);
        await desk.judge(afterMonth(addMonths(last, 3)));
        await page.goto(`${site.server.url}${board}?state=closed`);
        await page.getByText("The result is to be written").waitFor();
        await page.getByRole("link", { name: "T1", exact: true }).click();
        await field(page, "What made the difference").fill("The night shift is full.");
        await press(page, "Record the result");
        await page.getByText("The result is recorded.").waitFor();
        await page.getByText("Three months in a row within the target close it.").waitFor();
      },
    );

    describe("its pages", () => {
      test("fit and satisfy axe, wide or narrow", async () => {
        const { desk } = site;
        for (const months of [5, 4, 3, 2]) await desk.month(addMonths(last, -months), 8);
        await desk.month(addMonths(last, -1), 11, { complete: 80 });
        await desk.month(last, 12);
        await desk.judge(londonDay(new Date()));
        await desk.plan(new Date());
        const page = await openAs(visitor, "Commander", { bypassCSP: true });
        const address = `${board}/${(await desk.latest()).id}`;
        for (const path of [board, address]) {
          await page.goto(site.server.url + path);
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 900 });
            await expectNoSidewaysScroll(page);
            await expectNoAxeViolations(page);
          }
        }
      });
    });
  },
  async () => {
    site = await startSite();
    return site.server;
  },
);
