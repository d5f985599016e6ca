import { expect, test } from "vitest";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { addDays } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { describeInBrowser } from "#tests/support/browser.ts";
import type { TaskingPerson } from "../integration/tasking-desk.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";
import {
  atWork,
  council,
  entryOf,
  fillDay,
  give,
  hedge,
  lights,
  priority,
  rowOf,
  sayDone,
  sitDown,
  startJourneySite,
  title,
  unfold,
} from "./tasking-journey-steps.ts";
import { reference, type TaskingSite } from "./tasking-site.ts";

const telephone = { widthPixels: 320 };
const withoutScript = { javaScriptEnabled: false };
const timeout = 240_000;
const live = "Live: what is recorded appears here by itself.";
const record = paths.tasking.record(reference);
const ownMeeting = paths.partners.meeting(reference);
const home = paths.partners.home();

let site: TaskingSite;

// One piece of work from the agenda to the page of its priority: each test goes on where the last one ended.
describeInBrowser(
  "Joint tasking with three people at once",
  (visitor) => {
    const sit = (who: TaskingPerson | null, path: string, options?: Parameters<typeof sitDown>[4]) =>
      sitDown(visitor, site, who, path, options);

    test("the door is kept, and what is given in the room is on every screen", { timeout }, async () => {
      const chair = await sit("Chair", paths.tasking.meeting(reference));
      await heading(chair.page, "Group PA PA/1");
      await chair.page.getByRole("heading", { name: `${title}: progress` }).waitFor();
      await chair.look();

      const officer = await sit("Council officer", home, telephone);
      await heading(officer.page, "Partners");
      await officer.look();
      await follow(officer.page, "Group PA, meeting PA/1");
      await heading(officer.page, "Group PA, meeting PA/1");
      await officer.page.getByRole("heading", { level: 4, name: title }).waitFor();
      await press(officer.page, "I am coming");
      await officer.page.getByText("Thank you. You are expected.").waitFor();
      await press(officer.page, "Make this declaration");
      await officer.page.getByText("You have made the confidentiality declaration.").waitFor();

      const tenancy = await sit("Housing officer", ownMeeting, withoutScript);
      await press(tenancy.page, "I am coming");
      await tenancy.page.getByText("Thank you. You are expected.").waitFor();

      await follow(chair.page, "The door: who came, declarations and agreements");
      await heading(chair.page, "The door: Group PA PA/1");
      for (const name of ["Chair", "Sergeant", "Council officer", "Housing officer"]) {
        await chair.page.getByLabel(name, { exact: true }).selectOption({ label: "Present" });
        // The council's officer made it on their own page.
        if (name === "Council officer") continue;
        await chair.page.getByLabel(`Made the confidentiality declaration (${name})`).check();
      }
      await chair.page.getByLabel("Inspector", { exact: true }).selectOption({ label: "Sent apologies" });
      await press(chair.page, "Record who came");
      await chair.page.getByText("Who came is recorded.").waitFor();
      await chair.look();
      await follow(chair.page, "Back to the meeting");
      await press(chair.page, "Open the meeting");
      await heading(chair.page, "Record: Group PA, meeting 1");
      await atWork(chair.page);

      await officer.go(ownMeeting);
      await officer.page.getByText(live).waitFor();
      await officer.page.evaluate(() => document.documentElement.setAttribute("data-drawn", "once"));
      await tenancy.go(ownMeeting);
      await tenancy.page.getByText("The meeting was opened.").waitFor();

      const decision = chair.page.locator("#record-decision");
      await decision.getByLabel("What was decided?").fill("The lights come first.");
      await decision.getByLabel("Why?").fill("The paths are dark from four.");
      await decision.getByRole("button", { name: "Write the decision down" }).click();
      await give(chair.page, lights);
      await give(chair.page, hedge);
      await officer.page.getByText("Because: The paths are dark from four.").waitFor();
      await entryOf(officer.page, lights).filter({ hasText: "Not answered yet." }).waitFor();
      await entryOf(officer.page, hedge).filter({ hasText: "Not answered yet." }).waitFor();
      const drawn = await officer.page.evaluate(() => document.documentElement.getAttribute("data-drawn"));
      expect(drawn, "the page was never loaded again").toBe("once");

      expect(await entryOf(tenancy.page, hedge).count(), "without script it waits for a refresh").toBe(0);
      await follow(tenancy.page, "Refresh the list");
      await entryOf(tenancy.page, lights).waitFor();
      await entryOf(tenancy.page, hedge).waitFor();
      for (const screen of [chair, officer, tenancy]) await screen.look();
    });

    test("one agency accepts, another declines and says why, and the room sees it", { timeout }, async () => {
      visitor.expectErrorStatus();
      const chair = await sit("Chair", record);
      await chair.page.getByText(live).waitFor();

      const officer = await sit("Council officer", home, telephone);
      await officer.page.getByRole("heading", { level: 3, name: "Waiting for your answer" }).waitFor();
      expect(await officer.page.getByText(hedge.task).count(), "is another agency’s").toBe(0);
      await press(officer.page, `Accept ${lights.name}`);
      await officer.page.getByText("Thank you. You have accepted it. Say here when it is done.").waitFor();
      await officer.page.getByRole("heading", { level: 3, name: "To do" }).waitFor();
      await officer.look();

      const { page, look } = await sit("Housing officer", home, withoutScript);
      await look();
      await follow(page, hedge.task);
      await heading(page, hedge.task);
      await look();
      await unfold(page, "We cannot do it");
      await press(page, "Decline it");
      await page.getByRole("alert").getByText("Say in a sentence why your agency cannot do it").waitFor();
      // It comes back unfolded, and asks for another why not where residents should not read of what is done.
      const refusal = page.locator("details").filter({ hasText: "We cannot do it" });
      await refusal.getByLabel("Why not?").fill("The hedge stands on land of the council.");
      await press(page, "Decline it");
      await page.getByText("You have declined it. The group is told.").waitFor();
      await page.getByText("Nothing is asked of your agency now.").waitFor();

      await entryOf(chair.page, lights).filter({ hasText: "Accepted." }).waitFor();
      await entryOf(chair.page, hedge).filter({ hasText: "Declined." }).waitFor();
    });

    test("the minutes are finished, the next meeting gives on what was declined", { timeout }, async () => {
      const { page, look, go } = await sit("Chair", record);
      const told = page.locator("#record-feedback");
      await told.getByLabel("Which part of the agenda?").selectOption({ label: title });
      await told.getByLabel("What are residents told, and by whom?").fill("The council repairs the lights.");
      await told.getByRole("button", { name: "Write this down" }).click();
      await page.getByText("What residents are told of it is written down.").waitFor();
      await press(page, "Finish the minutes");
      await page.getByText("The minutes are finished. Nothing more is written in them.").waitFor();
      await press(page, "Send the minutes round");
      await page.getByText("Everybody who is entitled to the minutes has been sent a link").waitFor();
      await look();
      const officer = await sit("Council officer", paths.partners.minutes(reference), telephone);
      await heading(officer.page, /^Minutes: Group PA/);
      await officer.look();

      await go(paths.tasking.group("PA"));
      await follow(page, "Call a meeting");
      await heading(page, "Call a meeting of Group PA");
      await look();
      const nextDay = addDays(site.desk.today, 28);
      await fillDay(page, "Which day?", nextDay);
      await page.getByLabel("When does it begin?").fill("10am");
      await page.getByLabel("When does it end?").fill("11:30am");
      await page.getByLabel("Where is it?").fill("Town hall");
      await press(page, "Call the meeting");
      await page.getByText("The meeting is called. Everybody with a seat is asked by mail").waitFor();
      await heading(page, "Group PA PA/2");
      await rowOf(page, lights, "Accepted").waitFor();
      await rowOf(page, hedge, "Declined").waitFor();
      await look();
      await press(page, "Open the meeting");
      await heading(page, "Record: Group PA, meeting 2");
      await atWork(page);

      const form = page.locator("#record-carried");
      await form.getByLabel("Which action?").selectOption({ label: `${hedge.name}: ${hedge.task}` });
      await form.getByLabel("Given to somebody else", { exact: true }).check();
      await form.getByLabel("What came of it, or why?").fill("The council owns the land.");
      await unfold(form, "It goes on or is given on");
      await fillDay(form, "By when?", nextDay);
      await form.getByLabel("Given to which agency?").selectOption({ label: council });
      await form.getByLabel("Which position there?").fill("Parks manager");
      await form.getByRole("button", { name: "Write down what became of it" }).click();
      await page.getByText(/^Written down as \d+: The council owns the land\./).waitFor();
      await rowOf(page, hedge, `Given to ${council}, Parks manager`).waitFor();
      await look();
    });

    test("it is done, residents read it, and the plan goes on to its assessment", { timeout }, async () => {
      const proposed = "repaired the lights on the rec";
      const line = `${council} ${proposed}, ${dayInWords(site.desk.today)}`;
      const officer = await sit("Council officer", home, telephone);
      await officer.page.getByRole("button", { name: `Accept ${hedge.name}` }).waitFor();
      await follow(officer.page, lights.task);
      await heading(officer.page, lights.task);
      await officer.look();
      await sayDone(officer.page, "All six lights burn again.", { told: proposed });
      await follow(officer.page, hedge.task);
      await heading(officer.page, hedge.task);
      const withheld = "A poster at the garages says it.";
      await sayDone(officer.page, "The hedge is cut to waist height.", { withheld });
      await officer.page.getByText("Nothing is asked of your agency now.").waitFor();

      const before = await sit(null, paths.priority(priority));
      await heading(before.page, title);
      expect(await before.page.getByText(line).count(), "the police look at it first").toBe(0);

      const { page, look, go } = await sit("Sergeant", paths.staff.home());
      await follow(page, `${priority}: an agency proposes what residents read of its action`);
      await heading(page, lights.task);
      await look();
      expect(await page.getByLabel("The public line").inputValue()).toBe(proposed);
      await press(page, "Publish it");
      await page.getByText("Residents read it on the priority’s page.").waitFor();
      await go(paths.staff.planActions(priority));
      await page.getByRole("heading", { name: "From joint tasking" }).waitFor();
      await rowOf(page, lights, "Done").waitFor();
      await rowOf(page, hedge, "Done").waitFor();
      await look();
      await go(paths.staff.home());
      await follow(page, /all that was agreed is finished, and its plan is in the assessment/);
      await heading(page, "Outcome and feedback");
      await page.locator("[aria-current=step]", { hasText: "Assessment" }).waitFor();
      await look();

      const resident = await sit(null, paths.priority(priority));
      await resident.page.locator(".sn-done__line", { hasText: line }).waitFor();
      const stage = resident.page.locator(".sn-priority__stage");
      expect(await stage.innerText()).toBe("The team is checking what has changed.");
      await resident.look();
      await officer.go(home);
      await follow(officer.page, line);
      await heading(officer.page, title);
      await officer.look();
    });
  },
  async () => {
    site = await startJourneySite();
    return site.server;
  },
);
