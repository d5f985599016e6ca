import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { describeInBrowser, withAndWithoutScript } from "#tests/support/browser.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "#tests/support/page-checks.ts";
import { actionsPage, startActionsSite, stepsPage } from "./actions-site.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";

let site: Awaited<ReturnType<typeof startActionsSite>>;

const problems = (page: Page) => page.getByRole("alert");
const opens = (page: Page, words: string) => page.locator("summary", { hasText: words }).click();

async function fillDay(page: Page, legend: string, day: string) {
  const group = page.getByRole("group", { name: legend });
  const [year = "", month = "", date = ""] = day.split("-");
  await group.getByLabel("Day").fill(date);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

describeInBrowser(
  "The actions of a plan",
  ({ open, expectErrorStatus }) => {
    beforeEach(() => site.begin());

    describe.each(withAndWithoutScript)("$script", ({ javaScriptEnabled }) => {
      test("a partner finds them first, says what came of one in a sentence, and has it back where it is not over", async () => {
        expectErrorStatus();
        const page = await open("/partners", { ...site.as("partner"), javaScriptEnabled });
        expect(await page.getByRole("heading", { level: 2 }).first().innerText()).toBe(
          "What is asked of your agency",
        );
        expect(await page.getByText("Put up a sign").count(), "is the police’s").toBe(0);
        await follow(page, "Mend the fence");
        await heading(page, "Mend the fence");
        await press(page, "It is done");
        await problems(page).getByText("Say in a sentence what came of it").waitFor();
        await page.getByLabel("What came of it?").fill("The fence is whole again.");
        await press(page, "It is done");
        await page.getByText("Thank you. What you said is in the plan.").waitFor();
        expect(await page.getByRole("link", { name: "Mend the fence" }).count()).toBe(0);

        const sergeant = await open(actionsPage, { ...site.as("sergeant"), javaScriptEnabled });
        await follow(sergeant, /Mend the fence/);
        await sergeant.getByText("The fence is whole again.").first().waitFor();
        await opens(sergeant, "It is to be done after all");
        await sergeant.getByLabel("Why, in a sentence").fill("It is broken again.");
        await press(sergeant, "Open the action again");
        await sergeant.getByText("What came of the action is in the plan.").waitFor();
        await page.reload();
        await page.getByRole("link", { name: "Mend the fence" }).waitFor();
      });

      test("a sergeant adds one, with what was typed kept where something is wrong", async () => {
        expectErrorStatus();
        const task = `Count bikes with the ${javaScriptEnabled ? "wardens" : "parish"}`;
        const page = await open(actionsPage, { ...site.as("sergeant"), javaScriptEnabled });
        await opens(page, "Add an action");
        await page.getByLabel("What is to be done").fill(task);
        await page.getByLabel("Finding out more").check();
        await page.getByLabel("Whose it is").selectOption({ label: "The sergeant" });
        await press(page, "Add the action");
        await problems(page).getByText("Enter the day").waitFor();
        expect(await page.getByLabel("What is to be done").inputValue()).toBe(task);
        await fillDay(page, "When it is due", addDays(londonDay(new Date()), 14));
        await press(page, "Add the action");
        await page.getByText("The action is in the plan.").waitFor();
        await page.getByRole("link", { name: task }).waitFor();
      });

      test("a stage opens once it has all it needs, and says until then what is missing", async () => {
        expectErrorStatus();
        const page = await open(stepsPage, { ...site.as("sergeant"), javaScriptEnabled });
        await press(page, "Open “scanning”");
        await problems(page).getByText("Fill in “What is counted”").waitFor();
        await problems(page).getByText("Say how the community took part in “objective”").waitFor();
        const link = page.getByRole("main").getByRole("link", { name: "Fill in “What is counted”" }).last();
        expect(await link.getAttribute("href")).toContain("plan?part=objective#field-");

        await site.writeObjective();
        await opens(page, "Add how the community took part");
        await page.getByLabel("Who took part").fill("Parents of the school");
        await page.getByLabel("How", { exact: true }).fill("They walked the street with the team");
        await page.getByLabel("What changed because of it").fill("The hours of the work");
        await press(page, "Add the entry");
        await page.getByText("How the community took part is recorded.").waitFor();
        await press(page, "Open “scanning”");
        await page.getByText(/^The next stage is open/).waitFor();
        await page.getByRole("heading", { name: "Before “analysis” opens" }).waitFor();
      });
    });

    test("an inspector sees what needs looking at, pauses a plan and takes it up again", async () => {
      const page = await open("/staff", site.as("inspector"));
      await follow(page, /^Plans to look at: \d/);
      await heading(page, "Exceptions");
      await page.getByText("Neither plan is written").waitFor();
      await page.getByText(/^Inspector’s review: \d+ days late/).waitFor();
      await page.goto(site.server.url + stepsPage);
      await opens(page, "Pause the plan");
      await fillDay(page, "Until when", addDays(londonDay(new Date()), 14));
      await page.getByLabel("Why").fill("The road is dug up.");
      await press(page, "Pause the plan");
      await page.getByText(/^The plan is paused\./).waitFor();
      await press(page, "Take the plan up again");
      await page
        .getByText(/^The work goes on\./)
        .first()
        .waitFor();
    });

    test("axe finds nothing on their pages, and none is wider than a narrow screen", async () => {
      const pages = [
        ["sergeant", "/staff"],
        ["sergeant", stepsPage],
        ["sergeant", actionsPage],
        ["sergeant", `${actionsPage}/1`],
        ["inspector", "/staff/exceptions"],
        ["inspector", "/account/calendar"],
        ["partner", "/partners"],
      ] as const;
      for (const [person, path] of pages) {
        const page = await open(path, site.as(person));
        await page
          .locator("details")
          .evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await expectNoSidewaysScroll(page);
          await expectNoAxeViolations(page);
        }
      }
    });
  },
  async () => {
    site = await startActionsSite();
    return site.server;
  },
);
