import { beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { describeInBrowser, withAndWithoutScript, type Visitor } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import type { DeskPerson } from "../integration/abstraction-desk.ts";
import { at, startConfirmSite, yesterday, type ConfirmSite } from "./confirm-site.ts";

const pages = "/staff/abstractions";
let site: ConfirmSite;

/** A page as one of the people of the force sees it. */
async function openAs(
  { browser }: Visitor,
  person: DeskPerson,
  path: string,
  options: { javaScriptEnabled?: boolean; width?: number; bypassCSP?: boolean } = {},
) {
  const { width = 320, ...rest } = options;
  const context = await browser().newContext({ viewport: { width, height: 900 }, ...rest });
  context.setDefaultTimeout(20_000);
  await context.addCookies([await site.cookie(person)]);
  const page = await context.newPage();
  await page.goto(`${site.server.url}${path}`, { waitUntil: "load" });
  return page;
}

/** Two duties of yesterday, one with an entry by the sergeant, and a late one; the entry's id. */
async function addWeek() {
  const duty = (post: string, day = yesterday) => site.desk.duty(post, { from: at(8, day), to: at(16, day) });
  await duty("post pcso", addDays(yesterday, -9));
  await duty("post pc");
  await duty("post lead");
  return site.desk.entry("post pc", {
    code: "C1",
    from: at(9),
    to: at(11),
    enteredBy: site.desk.id("Sergeant"),
    notDone: "The patrol at the school",
  });
}

describeInBrowser(
  "Accounting for duties",
  (visitor) => {
    beforeEach(() => site.empty());

    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test("a sergeant confirms the week in one sweep, at 320 pixels", async () => {
        await addWeek();
        const page = await openAs(visitor, "Sergeant", `${pages}/confirm`, { javaScriptEnabled });
        await expectNoSidewaysScroll(page);
        const nil = page.getByRole("checkbox", { name: /^Only neighbourhood duty/ });
        const logged = page.getByRole("checkbox", { name: /^This is all ?: Cole/ });
        expect([await nil.count(), await logged.isChecked()]).toEqual([2, true]);
        for (const box of await nil.all()) expect(await box.isChecked()).toBe(false);
        await page.getByRole("link", { name: "Tick all without an entry" }).click();
        await page.getByRole("link", { name: "Tick none of those without an entry" }).waitFor();
        for (const box of await nil.all()) expect(await box.isChecked()).toBe(true);
        // The late one is looked at once more.
        await nil.first().uncheck();
        await page.getByRole("button", { name: "Confirm what is ticked" }).click();
        await page.getByText("2 duties confirmed.").waitFor();
        await page.getByText("Late: 1").waitFor();
        expect(await page.getByRole("checkbox").count()).toBe(1);
        await page.getByRole("button", { name: "Confirm what is ticked" }).click();
        await page.getByRole("link", { name: "Tick the duties that you account for" }).waitFor();
        await expectNoSidewaysScroll(page);
      });

      test("an officer disputes an entry, the sergeant may not uphold it alone, the inspector answers", async () => {
        await addWeek();
        const options = { javaScriptEnabled };
        const mine = await openAs(
          visitor,
          "Constable",
          `${pages}/mine?month=${yesterday.slice(0, 7)}`,
          options,
        );
        await mine.getByText("2 hours went to other work: 25.0%, over target.").waitFor();
        await expectNoSidewaysScroll(mine);
        await mine.getByRole("link", { name: /^This is not right/ }).click();
        await mine.getByRole("button", { name: "Send it" }).click();
        await mine.getByRole("link", { name: "Say what is not right" }).waitFor();
        await mine.getByLabel("What is not right?").fill("I was on patrol until 10.");
        await mine.getByRole("button", { name: "Send it" }).click();
        await mine.getByText("Your sergeant and inspector are told.").waitFor();
        await expectNoSidewaysScroll(mine);

        const sergeant = await openAs(visitor, "Sergeant", `${pages}/disputes`, options);
        await expectNoSidewaysScroll(sergeant);
        await sergeant.getByRole("link", { name: /^Answer/ }).click();
        await sergeant.getByText("You wrote this entry, so you can only say").waitFor();
        expect(await sergeant.getByLabel("No: the entry stays").count()).toBe(0);

        const inspector = await openAs(visitor, "Inspector", `${pages}/disputes`, options);
        await inspector.getByRole("link", { name: /^Answer/ }).click();
        await inspector.getByLabel("No: the entry stays").check();
        await inspector.getByRole("button", { name: "Answer" }).click();
        await inspector.getByRole("link", { name: "Say why the entry stays" }).waitFor();
        await inspector.getByLabel("Your answer").fill("The custody record has you there from 9.");
        await inspector.getByRole("button", { name: "Answer" }).click();
        await inspector.getByText("The officer is told.").waitFor();

        await mine.reload();
        await mine.getByText("The custody record has you there from 9.").waitFor();
        await mine.getByText("Refused", { exact: true }).waitFor();
      });
    });

    test("the team’s month is a table where there is room, and a list where there is none", async () => {
      await addWeek();
      const path = `${pages}/calendar?month=${yesterday.slice(0, 7)}`;
      const page = await openAs(visitor, "Sergeant", path, { width: 1280 });
      const row = page.getByRole("row", { name: /^Cole/ });
      await row.getByText("Abstraction: C1 Custody").waitFor({ state: "attached" });
      expect(await page.getByRole("columnheader").count()).toBeGreaterThan(28);
      await page.getByText("The patrol at the school").waitFor();
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await page.getByRole("table").count()).toBe(0);
      await page.getByText("Cole, pc").click();
      await page
        .getByRole("listitem")
        .getByText(/Abstraction: C1 Custody.*2 hours/)
        .waitFor();
      await expectNoSidewaysScroll(page);
    });

    test("axe finds nothing on these pages, wide or narrow", async () => {
      const entry = await addWeek();
      const page = await openAs(visitor, "Sergeant", `${pages}/confirm`, { bypassCSP: true });
      const paths = ["confirm", "calendar", "mine", "disputes", `entries/${entry}/dispute`];
      for (const path of paths) {
        await page.goto(`${site.server.url}${pages}/${path}`);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await expectNoSidewaysScroll(page);
          await expectNoAxeViolations(page);
        }
      }
    });
  },
  async () => {
    site = await startConfirmSite();
    return site.server;
  },
);
