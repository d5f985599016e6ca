import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { feedbackToken } from "#app/services/feedback/feedback-token.server.ts";
import * as schema from "#db/schema/index.ts";
import { testKeys } from "#tests/support/listening-server.ts";
import { cookieOf, signedInAs } from "#tests/support/people.ts";
import { openFeedbackPages, type FeedbackPages } from "./feedback-browsing.ts";

// One priority from its outcome report to the count of the answers: each test goes on where the last one ended.
let site: FeedbackPages;
let desk: FeedbackPages["desk"];
let sergeant: string;
let inspector: string;
const staffPage = () => `/staff/priorities/${desk.reference}/feedback`;
const replyPage = () => `/staff/priorities/${desk.reference}/reply`;
const tellUs = () => `/priorities/${desk.reference}/feedback`;

const outcome = {
  intent: "file",
  done: "The council put up a sign that shows the speed.",
  changed: "Fewer drivers go too fast.",
  notAchieved: "Early mornings are as they were.",
  remains: "The school keeps its walking bus.",
  before: "38 of 100 drivers too fast",
  after: "12 of 100 drivers too fast",
};
const answer = { answer: "better-enough", told: "yes", words: "Canary of a resident" };

beforeAll(async () => {
  site = await openFeedbackPages();
  ({ desk, sergeant, inspector } = site);
});
afterAll(() => site.close());
beforeEach(() => site.forgetAllowances());

const replies = () => desk.db.select().from(schema.feedbackReplies);
const residentAt = (at: number) => desk.residents[at]?.accountId ?? "";
const tokenOf = async (accountId: string) =>
  feedbackToken(testKeys, { roundId: (await site.lastRound()).id, accountId });

describe("the outcome report", () => {
  test("what is missing is said before it can be filed", async () => {
    expect(await site.read(staffPage(), sergeant)).toContain(
      "Work through the stages to the assessment first",
    );
    // It says which restricted parts are written: to staff alone.
    const chair = (await signedInAs(desk.db, "partnership-chair")).cookie;
    const asOther = await site.read(staffPage(), chair);
    expect(asOther).toContain("Outcome and feedback");
    expect(asOther).not.toContain("Work through the stages to the assessment first");
    await desk.workThrough();
    expect(await site.read(staffPage(), sergeant)).toContain("It is filled in from the assessment");
    expect(await site.read(staffPage(), inspector)).toContain("File the report and ask residents");
  });

  test("words that point at a person are refused, and nothing typed is lost", async () => {
    const { version } = await desk.plan();
    const refused = await site.post(
      staffPage(),
      { ...outcome, version: String(version), done: "We spoke to Mr John Smith, 07700 900123.", remains: "" },
      sergeant,
    );
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain("Take out");
    expect(page).toContain("Say what remains to be done");
    expect(page).toContain(outcome.changed);
    expect(await site.stateNow()).toBe("in-progress");
  });

  test("filed, it asks residents", async () => {
    const { version } = await desk.plan();
    const filed = await site.post(staffPage(), { ...outcome, version: String(version) }, sergeant);
    expect(filed.status).toBe(302);
    expect(await site.stateNow()).toBe("feedback-open");
  });
});

describe("a resident answers by the link", () => {
  test("opening it records nothing, tells nobody the address and is kept nowhere", async () => {
    const response = await site.get(`/feedback/${await tokenOf(residentAt(0))}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.get("Cache-Control")).toContain("no-store");
    const page = await response.text();
    expect(page).toContain("noindex");
    expect(page).toContain(outcome.changed);
    expect(page).toContain("It is never published");
    expect(await replies()).toEqual([]);
  });

  test("an answer is asked for, taken once, and changed", async () => {
    const path = `/feedback/${await tokenOf(residentAt(0))}`;
    const empty = await site.post(path, { words: "Canary kept" });
    expect(empty.status).toBe(400);
    const page = await empty.text();
    expect(page).toContain("Select what has become of the problem");
    expect(page).toContain("Canary kept");
    // A browser hides the origin of a page that tells nobody its address.
    const sent = await site.post(path, answer, "", { Origin: "null" });
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, `${path}?done=answered`]);
    expect(await site.read(`${path}?done=answered`)).toContain("Thank you. Your answer is in");
    expect((await site.post(path, { ...answer, answer: "solved" })).status).toBe(302);
    expect(await replies()).toMatchObject([{ answer: "solved", mode: "link", version: 2 }]);
  });

  test("too long a reason is given back", async () => {
    const refused = await site.post(`/feedback/${await tokenOf(residentAt(0))}`, {
      ...answer,
      words: "x".repeat(1_001),
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Shorten it to 1000 characters or fewer");
  });

  test("another's link is not there, to read nor to answer", async () => {
    const token = await tokenOf(residentAt(0));
    const another = (token.startsWith("A") ? "B" : "A") + token.slice(1);
    expect((await site.get(`/feedback/${another}`)).status).toBe(404);
    expect((await site.post(`/feedback/${another}`, answer)).status).toBe(404);
    expect(await replies()).toHaveLength(1);
  });
});

describe("anybody local answers once they have signed in", () => {
  test("a stranger reads the question and is asked for a code first", async () => {
    expect(await site.read(tellUs())).toContain("We send a code to your email address first");
    const sent = await site.post(tellUs(), answer);
    expect(sent.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(tellUs())}`);
    expect(await replies()).toHaveLength(1);
  });

  test("a resident answers, and is told what comes of it where they ask", async () => {
    const id = residentAt(1);
    const cookie = await cookieOf(desk.db, { id, kind: "resident" });
    expect(await site.read(tellUs(), cookie)).toContain("Tell me by email what comes of it");
    const refused = await (await site.post(tellUs(), { told: "yes", isToBeTold: "yes" }, cookie)).text();
    expect(refused).toContain("Select what has become of the problem");
    expect(refused).toMatch(/<input(?=[^>]*name="isToBeTold")(?=[^>]*checked)[^>]*>/);
    expect((await site.post(tellUs(), { ...answer, isToBeTold: "yes" }, cookie)).status).toBe(302);
    expect(await replies()).toHaveLength(2);
    const followed = await desk.db
      .select()
      .from(schema.followings)
      .where(eq(schema.followings.accountId, id));
    expect(followed).toMatchObject([{ kind: "priority", subjectId: desk.priorityId, pace: "each" }]);
    expect(await site.read(tellUs(), cookie)).toContain("You have answered");
  });

  test("the police and partners are told kindly that they do not", async () => {
    expect(await site.read(tellUs(), sergeant)).toContain("police and partners take no part");
    expect((await site.post(tellUs(), answer, sergeant)).status).toBe(400);
    const partner = (await signedInAs(desk.db, "partnership-chair")).cookie;
    expect(await site.read(tellUs(), partner)).toContain("police and partners take no part");
    expect((await site.post(tellUs(), answer, partner)).status).toBe(400);
    expect(await replies()).toHaveLength(2);
  });
});

test("staff enter what a resident on paper said, and see numbers only while the round runs", async () => {
  await desk.db
    .update(schema.residents)
    .set({ reference: "R-2222", enteredBy: desk.sergeant.accountId })
    .where(eq(schema.residents.accountId, residentAt(2)));
  const paper = { ...answer, mode: "paper", resident: "r-2222" };
  const unknown = await site.post(replyPage(), { ...paper, resident: "R-9999" }, sergeant);
  expect([unknown.status, (await unknown.text()).includes("like R-7K3F")]).toEqual([400, true]);
  expect((await site.post(replyPage(), paper, sergeant)).status).toBe(302);
  expect(await replies()).toHaveLength(3);
  const page = await site.read(staffPage(), sergeant);
  expect(page).toContain("3 of 8 replies needed");
  expect(page).not.toContain("Canary");
  expect(page).not.toContain("sn-poll");
  expect((await site.get(replyPage(), inspector)).status).toBe(403);
});

test("after the last day nobody answers, the count is public and the reasons are the team's alone", async () => {
  const token = await tokenOf(residentAt(0));
  for (let at = 3; at < 9; at += 1) await site.post(`/feedback/${await tokenOf(residentAt(at))}`, answer);
  await site.endRound();
  expect(await site.stateNow()).toBe("panel-decision");
  const closed = await site.read(`/feedback/${token}`);
  expect(closed).toContain("This question is closed");
  expect(closed).toContain("9 people answered. 8 were needed.");
  expect(closed).not.toContain("Canary");
  expect((await site.post(`/feedback/${token}`, { ...answer, answer: "worse" })).status).toBe(400);
  expect((await site.lastRound()).solved).toBe(1);

  const page = await site.read(staffPage(), sergeant);
  expect(page).toContain("Canary of a resident");
  expect(page).not.toContain(residentAt(0));
  const reading = await desk.db
    .select()
    .from(schema.auditEvents)
    .where(eq(schema.auditEvents.action, "feedback.read"));
  expect(reading.length).toBeGreaterThan(0);
  // The commander reads plans, and what residents wrote to the team is not theirs.
  const commander = await site.staff("Commander");
  const seen = await site.read(staffPage(), commander);
  expect(seen).toContain("9 people answered");
  expect(seen).not.toContain("Canary");
});
