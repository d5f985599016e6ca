import { eq, inArray } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import * as schema from "#db/schema/index.ts";
import { describeInBrowser } from "#tests/support/browser.ts";
import type { TaskingPerson } from "../integration/tasking-desk.ts";
import { follow, heading, press } from "./sign-in-by-code.ts";
import { reference, startTaskingSite, type TaskingSite } from "./tasking-site.ts";

const timeout = 120_000;
/** A screen without its stream asks every ten seconds. */
const patience = { timeout: 40_000 };
/** More than a screen waits for a word of its stream. */
const silenceMs = 41_000;
const live = "Live: what is recorded appears here by itself.";
const notConnected = "Not connected: trying again.";
const record = paths.tasking.record(reference);
const ownMeeting = paths.partners.meeting(reference);
const streamsOf = (path: string) => new RegExp(`${path}\\?after=\\d+$`);

let site: TaskingSite;

const note = (page: Page) => page.locator("#record-note").getByLabel("What was said?");
const listed = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

async function writeNote(page: Page, words: string) {
  await note(page).fill(words);
  await press(page, "Write the note down");
}

async function giveToCouncil(page: Page, task: string) {
  const form = page.locator("#record-action");
  await form.getByLabel("What is to be done?").fill(task);
  await form.getByLabel("What kind of action?").selectOption({ label: "Environmental work" });
  await form.getByLabel("Which agency?").selectOption({ value: site.desk.id("council") });
  await form.getByLabel("Which position there?").fill("Street lighting officer");
  await form.getByRole("button", { name: "Give the action" }).click();
}

/** Marks a page, so that it is noticed when it is loaded again. */
const mark = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.setAttribute("data-drawn", "once");
  });
const isStillThere = (page: Page) =>
  page.evaluate(() => document.documentElement.getAttribute("data-drawn") === "once");

describeInBrowser(
  "A screen that follows a meeting",
  ({ browser, expectErrorStatus }) => {
    /** Somebody at a screen of their own; `before` is done to it before it asks for its page. */
    async function sit(
      person: TaskingPerson,
      path: string,
      before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
    ) {
      const context = await browser().newContext();
      context.setDefaultTimeout(20_000);
      const kind = person === "Chair" || person === "Council officer" ? "member" : "staff";
      await context.addCookies([await site.cookie(person, kind)]);
      const page = await context.newPage();
      await before(page);
      await page.goto(site.server.url + path);
      return page;
    }
    async function sitAtRecord(person: TaskingPerson) {
      const page = await sit(person, record);
      await page.getByText(live).waitFor();
      return page;
    }

    test.each([
      {
        screen: "whose browser knows no streams",
        before: (page: Page) =>
          page.addInitScript(() => {
            Reflect.deleteProperty(window, "EventSource");
          }),
      },
      {
        screen: "whose stream is refused, as too many follow",
        // Asked only whether anybody is there, the server answers as ever.
        before: (page: Page) =>
          page.route(streamsOf(paths.partners.live(reference)), (route) =>
            route.request().method() === "GET" ? route.fulfill({ status: 503 }) : route.fallback(),
          ),
      },
    ])("one $screen asks again, and shows a new action", { timeout }, async ({ screen, before }) => {
      expectErrorStatus();
      const task = `Repair the lights for one ${screen}`;
      const page = await sit("Council officer", ownMeeting, before);
      await page.getByText(notConnected).waitFor();
      await mark(page);
      await giveToCouncil(await sitAtRecord("Sergeant"), task);
      await listed(page, task).filter({ hasText: "Not answered yet." }).first().waitFor(patience);
      expect(await page.getByText(live).count()).toBe(0);
      expect(await isStillThere(page), "the page was never loaded again").toBe(true);
    });

    test("one whose line is gone without a word notices, asks again and follows again", async () => {
      const task = "Repair the lights for one who hears nothing";
      let isGone = true;
      const page = await sit("Council officer", ownMeeting, async (screen) => {
        await screen.clock.install();
        await screen.route(streamsOf(paths.partners.live(reference)), async (route) => {
          // Never answered, never refused.
          if (!isGone || route.request().method() === "HEAD") await route.fallback();
        });
      });
      await mark(page);
      await giveToCouncil(await sitAtRecord("Sergeant"), task);
      isGone = false;
      expect(await page.getByText(live).count()).toBe(0);
      expect(await listed(page, task).count()).toBe(0);
      await page.clock.fastForward(silenceMs);
      await page.getByText(live).waitFor();
      await listed(page, task).filter({ hasText: "Not answered yet." }).first().waitFor();
      expect(await isStillThere(page), "the page was never loaded again").toBe(true);
    });

    test("two take the minutes: each sees what the other writes, and several of a kind in a row", async () => {
      const one = await sitAtRecord("Sergeant");
      const other = await sitAtRecord("Chair");
      await note(other).fill("Begun by the other");
      // While it follows, a page keeps its forms: each thing it sends has a key of its own all the same.
      for (const words of ["The first of one", "The second of one", "The third of one"]) {
        await writeNote(one, words);
        await one.getByText(new RegExp(`^Written down as \\d+: ${words}`)).waitFor();
        await listed(other, words).waitFor();
      }
      expect(await note(other).inputValue()).toBe("Begun by the other");
      await press(other, "Write the note down");
      await listed(one, "Begun by the other").waitFor();
    });

    test("what changed between the page and its stream is shown to who records, too", async () => {
      const task = "Clear the path behind the shops";
      const first = await sitAtRecord("Sergeant");
      await giveToCouncil(first, task);
      await listed(first, task).filter({ hasText: "Not answered yet." }).waitFor();

      let connect: () => void = () => undefined;
      const mayConnect = new Promise<void>((resolve) => {
        connect = resolve;
      });
      const late = await sit("Chair", record, (screen) =>
        screen.route(streamsOf(paths.tasking.live(reference)), async (route) => {
          await mayConnect;
          await route.fallback();
        }),
      );
      await listed(late, task).filter({ hasText: "Not answered yet." }).waitFor();
      const officer = await sit("Council officer", paths.partners.home());
      const [action] = await site.desk.db
        .select({ number: schema.taskingActions.number })
        .from(schema.taskingActions)
        .where(eq(schema.taskingActions.task, task));
      await press(officer, `Accept PA-${action?.number ?? 0}`);
      await officer.getByText("Thank you. You have accepted it.").waitFor();
      connect();
      await listed(late, task).filter({ hasText: "Accepted." }).waitFor();
      await listed(first, task).filter({ hasText: "Accepted." }).waitFor();
    });

    test("what came of one meeting is never in the list of another, however one goes back", async () => {
      const { desk } = site;
      await desk.meeting("J-33333", {
        group: "PA",
        chair: "Chair",
        number: 2,
        startsAt: desk.now,
        state: "open",
        openedAt: desk.now,
        seats: [["Council officer", "council", "Officer"]],
      });
      const words = "Said in the second meeting alone";
      const officer = await sit("Council officer", ownMeeting);
      await officer.getByText(live).waitFor();
      await follow(officer, "Our meetings");
      await follow(officer, "Group PA, meeting PA/2");
      await officer.getByText(live).waitFor();
      const page = await sit("Sergeant", paths.tasking.record("J-33333"));
      await page.getByText(live).waitFor();
      await writeNote(page, words);
      await listed(officer, words).waitFor();
      // As by pressing "back" twice.
      await officer.evaluate(() => {
        window.history.go(-2);
      });
      await heading(officer, "Group PA, meeting PA/1");
      await officer.getByText(live).waitFor();
      expect(await listed(officer, words).count()).toBe(0);
      await writeNote(await sitAtRecord("Sergeant"), "Said in the first again");
      await listed(officer, "Said in the first again").waitFor();
    });

    test("one whose session ends keeps what a recorder began, and shows who only reads nothing more", async () => {
      const { desk } = site;
      const readers = await sit("Council officer", ownMeeting);
      const page = await sitAtRecord("Sergeant");
      await readers.getByText(live).waitFor();
      await note(page).fill("Begun when the session ended");
      await desk.db
        .delete(schema.sessions)
        .where(inArray(schema.sessions.accountId, [desk.id("Sergeant"), desk.id("Council officer")]));
      await readers.getByRole("heading", { level: 1, name: /^Sign in/ }).waitFor(patience);
      await page.getByText(notConnected).waitFor(patience);
      expect(await note(page).inputValue()).toBe("Begun when the session ended");
      await press(page, "Write the note down");
      await page.getByText("You are signed out").waitFor();
      await page.getByText("Not sent yet: Begun when the session ended").waitFor();
    });

    // The last: the meeting is over then.
    test("what somebody else finishes meanwhile leaves what was begun to be copied", async () => {
      const page = await sitAtRecord("Sergeant");
      await note(page).fill("Half a sentence of the sergeant’s");
      await page.locator("#record-action").getByLabel("What is to be done?").fill("Half an action");
      await site.desk.db
        .update(schema.taskingAttendances)
        .set({ state: "present" })
        .where(eq(schema.taskingAttendances.meetingId, site.desk.id(reference)));
      const chair = await sitAtRecord("Chair");
      await press(chair, "Finish the minutes");
      await chair.getByText("The minutes are finished. Nothing more is written in them.").waitFor();

      // The sergeant touches nothing: the stream tells their screen.
      const expectKept = async () => {
        await page.getByText("Minutes finished.").waitFor();
        for (const words of ["Half a sentence of the sergeant’s", "Half an action"])
          await page.locator(".sn-recorder__refused .sn-entry__words", { hasText: words }).waitFor();
        expect(await page.getByRole("button", { name: "Write the note down" }).count()).toBe(0);
      };
      await expectKept();
      await page.getByText("The minutes were finished while you wrote this").first().waitFor();
      await listed(page, "The minutes were finished.").waitFor();
      await page.reload();
      await expectKept();
      for (let left = 2; left > 0; left -= 1) {
        await page.getByRole("button", { name: "Delete it" }).first().click();
        expect(await page.locator(".sn-recorder__refused").count()).toBe(left - 1);
      }
    });
  },
  async () => {
    site = await startTaskingSite();
    return site.server;
  },
);
