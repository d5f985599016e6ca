import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { cookieOf } from "#tests/support/people.ts";
import { openFeedbackPages, type FeedbackPages } from "./feedback-browsing.ts";

// One priority from the count of the answers to its recurrence: each test goes on where the last one ended.
let site: FeedbackPages;
let desk: FeedbackPages["desk"];
let sergeant: string;
let inspector: string;
const staffPage = () => `/staff/priorities/${desk.reference}/feedback`;
const endPage = () => `/staff/priorities/${desk.reference}/end`;

beforeAll(async () => {
  site = await openFeedbackPages();
  ({ desk, sergeant, inspector } = site);
  await desk.workThrough();
  const now = new Date();
  await desk.file(now);
  await desk.answerAll(
    Array.from({ length: 9 }, () => "better-enough" as const),
    now,
  );
  await site.endRound();
});
afterAll(() => site.close());
beforeEach(() => site.forgetAllowances());

describe("the panel decides", () => {
  let minutes = "";
  const resolutionId = () => minutes.split("/").at(-1) ?? "";

  test("it is called from the page", async () => {
    expect(await site.read("/staff/panels", sergeant)).toContain("is done");
    const [year = "", month = "", day = ""] = londonDay(new Date()).split("-");
    const called = await site.post(
      staffPage(),
      {
        intent: "convene",
        format: "in-person",
        "heldOn.day": day,
        "heldOn.month": month,
        "heldOn.year": year,
        writtenVoteDays: "0",
      },
      sergeant,
    );
    minutes = called.headers.get("Location") ?? "";
    expect(minutes).toMatch(/^\/staff\/panels\//);
    expect(await site.read("/staff/panels", sergeant)).toContain("Whether a priority is done");
    expect(await site.read(staffPage(), sergeant)).toContain("The panel is called to decide");
  });

  test("a member reads the papers and votes", async () => {
    const [item] = await desk.items(resolutionId());
    const names = desk.memberNames.slice(0, 5);
    const attend = new URLSearchParams({ intent: "attend", chair: desk.id(names[0] ?? "") });
    for (const name of names) attend.append("present", desk.id(name));
    await site.post(minutes, attend, sergeant);
    for (const name of names) {
      const cookie = await cookieOf(desk.db, { id: desk.id(name), kind: "member" });
      const path = `/panel/resolutions/${resolutionId()}`;
      if (name === names[0]) {
        expect(await site.read("/panel", cookie)).toContain("Whether a priority is done");
        const page = await site.read(path, cookie);
        expect(page).toContain("Yes, sign it off");
        expect(page).toContain("9 people answered");
        const pack = await site.read(`${path}/pack`, cookie);
        expect(pack).toContain("Early mornings are as they were.");
        // What came of it so far: the last of its steps.
        const [last] = await desk.db
          .select({ line: schema.priorityEvents.line })
          .from(schema.priorityEvents)
          .innerJoin(schema.priorities, eq(schema.priorities.id, schema.priorityEvents.priorityId))
          .where(eq(schema.priorities.reference, desk.reference))
          .orderBy(desc(schema.priorityEvents.at), desc(schema.priorityEvents.id))
          .limit(1);
        expect(pack).toContain(last?.line ?? "A step of the priority");
        expect(page).not.toContain("Canary");
      }
      const voted = await site.post(path, { intent: "vote", item: item?.id ?? "", choice: "for" }, cookie);
      expect(voted.status).toBe(302);
    }
  });

  test("the sergeant records what the votes say, with a reason", async () => {
    const page = await site.read(minutes, sergeant);
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
    const form = { intent: "sign-off", version, reason: "" };
    const refused = await site.post(minutes, form, sergeant);
    expect([
      refused.status,
      (await refused.text()).includes("Say why, in words that residents can read"),
    ]).toEqual([400, true]);
    const long = await site.post(minutes, { ...form, reason: `Kept ${"x".repeat(2_000)}` }, sergeant);
    expect([long.status, /<textarea[^>]*name="reason"[^>]*>Kept x/.test(await long.text())]).toEqual([
      400,
      true,
    ]);
    expect((await site.post(minutes, { ...form, reason: "Drivers slow down." }, sergeant)).status).toBe(302);
    expect(await site.stateNow()).toBe("signed-off");
    expect(await site.read(minutes, sergeant)).toContain("Signed off");
  });
});

test("what came back is opened again, taken up, and closed by the inspector alone", async () => {
  expect(await site.read(endPage(), sergeant)).toContain("It has come back");
  expect((await site.post(endPage(), { intent: "recur", words: "" }, sergeant)).status).toBe(400);
  expect(
    (await site.post(endPage(), { intent: "recur", words: "Drivers go too fast again." }, sergeant)).status,
  ).toBe(302);
  expect(await site.stateNow()).toBe("recurred");
  const taken = { intent: "resume", version: String((await desk.first()).version) };
  expect((await site.post(staffPage(), taken, sergeant)).status).toBe(302);
  expect(await site.stateNow()).toBe("in-progress");

  const close = {
    intent: "close",
    version: String((await desk.first()).version),
    reason: "merged",
    words: "It is worked on with the road safety plan.",
  };
  expect((await site.post(endPage(), close, sergeant)).status).toBe(403);
  expect((await site.post(endPage(), { ...close, words: "" }, inspector)).status).toBe(400);
  expect((await site.post(endPage(), close, inspector)).status).toBe(302);
  expect(await site.stateNow()).toBe("closed-without-signoff");
  expect(await site.read(endPage(), sergeant)).toContain("It is worked on with the road safety plan.");
  expect(await site.read("/staff/priorities", sergeant)).toContain("1 was closed without sign-off");
});
