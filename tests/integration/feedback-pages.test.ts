import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { closeRounds } from "#app/services/feedback/close-rounds.server.ts";
import { feedbackToken } from "#app/services/feedback/feedback-token.server.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, testKeys, type ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf, signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openFeedbackTest, type FeedbackTest } from "./feedback-desk.ts";

// One priority from its outcome report to its recurrence: each test goes on where the last one ended.
let desk: FeedbackTest;
let server: ListeningServer;
let sergeant: string;
let inspector: string;
const staffPage = () => `/staff/priorities/${desk.reference}/feedback`;
const endPage = () => `/staff/priorities/${desk.reference}/end`;
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
  await ensureBuilt();
  desk = await openFeedbackTest();
  server = await listenForTest(desk.db);
  const as = (name: string) => cookieOf(desk.db, { id: desk.id(name), kind: "staff" });
  sergeant = await as("Sergeant");
  inspector = await as("Inspector");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});
beforeEach(async () => {
  await desk.db.delete(schema.allowances);
});

const get = (path: string, cookie = "") =>
  fetch(`${server.url}${path}`, { headers: { Cookie: cookie }, redirect: "manual" });
const read = async (path: string, cookie = "") => (await get(path, cookie)).text();
const post = (
  path: string,
  fields: Record<string, string>,
  cookie = "",
  headers: Record<string, string> = {},
) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: server.url, ...headers },
    body: new URLSearchParams(fields),
  });
const replies = () => desk.db.select().from(schema.feedbackReplies);
const stateNow = async () => (await desk.first()).state;
const lastRound = async () => {
  const round = await desk.round();
  if (round === undefined) throw new Error("There is no round.");
  return round;
};
const residentAt = (at: number) => desk.residents[at]?.accountId ?? "";
const tokenOf = async (accountId: string) =>
  feedbackToken(testKeys, { roundId: (await lastRound()).id, accountId });
/** The last day of the open round is over, and it is counted. */
const endRound = async () => {
  const today = londonDay(new Date());
  await desk.db
    .update(schema.feedbackRounds)
    .set({ opensOn: addDays(today, -22), closesOn: addDays(today, -1) })
    .where(eq(schema.feedbackRounds.id, (await lastRound()).id));
  await closeRounds({ db: desk.db, now: new Date(), signal: new AbortController().signal });
};

describe("the outcome report", () => {
  test("what is missing is said before it can be filed", async () => {
    expect(await read(staffPage(), sergeant)).toContain("Work through the stages to the assessment first");
    await desk.workThrough();
    expect(await read(staffPage(), sergeant)).toContain("It is filled in from the assessment");
    expect(await read(staffPage(), inspector)).toContain("File the report and ask residents");
  });

  test("words that point at a person are refused, and nothing typed is lost", async () => {
    const { version } = await desk.plan();
    const refused = await post(
      staffPage(),
      { ...outcome, version: String(version), done: "We spoke to Mr John Smith, 07700 900123.", remains: "" },
      sergeant,
    );
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain("Take out");
    expect(page).toContain("Say what remains to be done");
    expect(page).toContain(outcome.changed);
    expect(await stateNow()).toBe("in-progress");
  });

  test("filed, it asks residents", async () => {
    const { version } = await desk.plan();
    const filed = await post(staffPage(), { ...outcome, version: String(version) }, sergeant);
    expect(filed.status).toBe(302);
    expect(await stateNow()).toBe("feedback-open");
  });
});

describe("a resident answers by the link", () => {
  test("opening it records nothing, tells nobody the address and is kept nowhere", async () => {
    const response = await get(`/feedback/${await tokenOf(residentAt(0))}`);
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
    const empty = await post(path, { words: "Canary kept" });
    expect(empty.status).toBe(400);
    const page = await empty.text();
    expect(page).toContain("Select what has become of the problem");
    expect(page).toContain("Canary kept");
    // A browser hides the origin of a page that tells nobody its address.
    const sent = await post(path, answer, "", { Origin: "null" });
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, `${path}?done=answered`]);
    expect(await read(`${path}?done=answered`)).toContain("Thank you. Your answer is in");
    expect((await post(path, { ...answer, answer: "solved" })).status).toBe(302);
    expect(await replies()).toMatchObject([{ answer: "solved", mode: "link", version: 2 }]);
  });

  test("too long a reason is given back", async () => {
    const refused = await post(`/feedback/${await tokenOf(residentAt(0))}`, {
      ...answer,
      words: "x".repeat(1_001),
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Shorten it to 1000 characters or fewer");
  });

  test("another's link is not there, to read nor to answer", async () => {
    const token = await tokenOf(residentAt(0));
    const another = (token.startsWith("A") ? "B" : "A") + token.slice(1);
    expect((await get(`/feedback/${another}`)).status).toBe(404);
    expect((await post(`/feedback/${another}`, answer)).status).toBe(404);
    expect(await replies()).toHaveLength(1);
  });
});

describe("anybody local answers once they have signed in", () => {
  test("a stranger reads the question and is asked for a code first", async () => {
    expect(await read(tellUs())).toContain("We send a code to your email address first");
    const sent = await post(tellUs(), answer);
    expect(sent.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(tellUs())}`);
    expect(await replies()).toHaveLength(1);
  });

  test("a resident answers, and is told what comes of it where they ask", async () => {
    const id = residentAt(1);
    const cookie = await cookieOf(desk.db, { id, kind: "resident" });
    expect(await read(tellUs(), cookie)).toContain("Tell me by email what comes of it");
    expect((await post(tellUs(), { ...answer, isToBeTold: "yes" }, cookie)).status).toBe(302);
    expect(await replies()).toHaveLength(2);
    const followed = await desk.db
      .select()
      .from(schema.followings)
      .where(eq(schema.followings.accountId, id));
    expect(followed).toMatchObject([{ kind: "priority", subjectId: desk.priorityId, pace: "each" }]);
    expect(await read(tellUs(), cookie)).toContain("You have answered");
  });

  test("the police and partners are told kindly that they do not", async () => {
    expect(await read(tellUs(), sergeant)).toContain("police and partners take no part");
    expect((await post(tellUs(), answer, sergeant)).status).toBe(400);
    const partner = (await signedInAs(desk.db, "partnership-chair")).cookie;
    expect(await read(tellUs(), partner)).toContain("police and partners take no part");
    expect((await post(tellUs(), answer, partner)).status).toBe(400);
    expect(await replies()).toHaveLength(2);
  });
});

test("staff enter what a resident on paper said, and see numbers only while the round runs", async () => {
  await desk.db
    .update(schema.residents)
    .set({ reference: "R-2222", enteredBy: desk.sergeant.accountId })
    .where(eq(schema.residents.accountId, residentAt(2)));
  const paper = { ...answer, mode: "paper", resident: "r-2222" };
  const unknown = await post(replyPage(), { ...paper, resident: "R-9999" }, sergeant);
  expect([unknown.status, (await unknown.text()).includes("like R-7K3F")]).toEqual([400, true]);
  expect((await post(replyPage(), paper, sergeant)).status).toBe(302);
  expect(await replies()).toHaveLength(3);
  const page = await read(staffPage(), sergeant);
  expect(page).toContain("3 of 8 replies needed");
  expect(page).not.toContain("Canary");
  expect(page).not.toContain("sn-poll");
  expect((await get(replyPage(), inspector)).status).toBe(403);
});

test("after the last day nobody answers, the count is public and the reasons are the team's alone", async () => {
  const token = await tokenOf(residentAt(0));
  for (let at = 3; at < 9; at += 1) await post(`/feedback/${await tokenOf(residentAt(at))}`, answer);
  await endRound();
  expect(await stateNow()).toBe("panel-decision");
  const closed = await read(`/feedback/${token}`);
  expect(closed).toContain("This question is closed");
  expect(closed).toContain("9 people answered. 8 were needed.");
  expect(closed).not.toContain("Canary");
  expect((await post(`/feedback/${token}`, { ...answer, answer: "worse" })).status).toBe(400);
  expect((await lastRound()).solved).toBe(1);

  const page = await read(staffPage(), sergeant);
  expect(page).toContain("Canary of a resident");
  expect(page).not.toContain(residentAt(0));
  const reading = await desk.db
    .select()
    .from(schema.auditEvents)
    .where(eq(schema.auditEvents.action, "feedback.read"));
  expect(reading.length).toBeGreaterThan(0);
  // The commander reads plans, and what residents wrote to the team is not theirs.
  const commander = await cookieOf(desk.db, { id: desk.id("Commander"), kind: "staff" });
  const seen = await read(staffPage(), commander);
  expect(seen).toContain("9 people answered");
  expect(seen).not.toContain("Canary");
});

describe("the panel decides", () => {
  let minutes = "";
  const resolutionId = () => minutes.split("/").at(-1) ?? "";

  test("it is called from the page", async () => {
    expect(await read("/staff/panels", sergeant)).toContain("is done");
    const [year = "", month = "", day = ""] = londonDay(new Date()).split("-");
    const called = await post(
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
    expect(await read("/staff/panels", sergeant)).toContain("Whether a priority is done");
    expect(await read(staffPage(), sergeant)).toContain("The panel is called to decide");
  });

  test("a member reads the papers and votes", async () => {
    const [item] = await desk.items(resolutionId());
    const names = desk.memberNames.slice(0, 5);
    const attend = new URLSearchParams({ intent: "attend", chair: desk.id(names[0] ?? "") });
    for (const name of names) attend.append("present", desk.id(name));
    await fetch(`${server.url}${minutes}`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: sergeant, Origin: server.url },
      body: attend,
    });
    for (const name of names) {
      const cookie = await cookieOf(desk.db, { id: desk.id(name), kind: "member" });
      const path = `/panel/resolutions/${resolutionId()}`;
      if (name === names[0]) {
        expect(await read("/panel", cookie)).toContain("Whether a priority is done");
        const page = await read(path, cookie);
        expect(page).toContain("Yes, sign it off");
        expect(page).toContain("9 people answered");
        expect(await read(`${path}/pack`, cookie)).toContain(outcome.notAchieved);
        expect(page).not.toContain("Canary");
      }
      const voted = await post(path, { intent: "vote", item: item?.id ?? "", choice: "for" }, cookie);
      expect(voted.status).toBe(302);
    }
  });

  test("the sergeant records what the votes say, with a reason", async () => {
    const page = await read(minutes, sergeant);
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
    const form = { intent: "sign-off", version, reason: "" };
    const refused = await post(minutes, form, sergeant);
    expect([
      refused.status,
      (await refused.text()).includes("Say why, in words that residents can read"),
    ]).toEqual([400, true]);
    expect((await post(minutes, { ...form, reason: "Drivers slow down." }, sergeant)).status).toBe(302);
    expect(await stateNow()).toBe("signed-off");
    expect(await read(minutes, sergeant)).toContain("Signed off");
  });
});

test("what came back is opened again, taken up, and closed by the inspector alone", async () => {
  expect(await read(endPage(), sergeant)).toContain("It has come back");
  expect((await post(endPage(), { intent: "recur", words: "" }, sergeant)).status).toBe(400);
  expect(
    (await post(endPage(), { intent: "recur", words: "Drivers go too fast again." }, sergeant)).status,
  ).toBe(302);
  expect(await stateNow()).toBe("recurred");
  const taken = { intent: "resume", version: String((await desk.first()).version) };
  expect((await post(staffPage(), taken, sergeant)).status).toBe(302);
  expect(await stateNow()).toBe("in-progress");

  const close = {
    intent: "close",
    version: String((await desk.first()).version),
    reason: "merged",
    words: "It is worked on with the road safety plan.",
  };
  expect((await post(endPage(), close, sergeant)).status).toBe(403);
  expect((await post(endPage(), { ...close, words: "" }, inspector)).status).toBe(400);
  expect((await post(endPage(), close, inspector)).status).toBe(302);
  expect(await stateNow()).toBe("closed-without-signoff");
  expect(await read(endPage(), sergeant)).toContain("It is worked on with the road safety plan.");
  expect(await read("/staff/priorities", sergeant)).toContain("1 was closed without sign-off");
});
