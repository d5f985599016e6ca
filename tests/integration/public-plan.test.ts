import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { referenceOf } from "#app/domain/reference/reference.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { feedbackRounds, plans, priorities } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { fillChoices } from "#tests/support/choices.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { closeRound, decideSignOff, movePriority } from "#tests/support/priority-ends.ts";
import { addEngagement, addMeasures, fileReport, fillPlan, outcome } from "#tests/support/public-plan.ts";
import { ensureBuilt } from "../../app/server/build.js";

const today = londonDay(new Date());
const places = ["AV01", "HP01", "HP02"].map((code) => seedId("neighbourhood", code));
/** Of each neighbourhood, the priorities of rounds 1 to 4: the first was closed without sign-off, the others are open. */
const priorityOf = (place: number, number: number) => ({
  id: seedId("priority", `${places[place] ?? ""}-${number}-0`),
  reference: referenceOf("priority", place * 100 + number),
});

let database: TestDatabase;
let site: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  await fillChoices(db, places, { cyclesEach: 5, today });
  site = await listenForTest(db, {}, { finder: await loadFinder(db), force: await findForce(db) });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

async function open(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${site.url}${path}`, { redirect: "manual", headers });
  const text = await response.text();
  const words = text
    .replace(/<script[\s\S]*?<\/script>/g, " ")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  return { status: response.status, text, words, headers: response.headers };
}

const elevenReplies = [4, 3, 2, 1, 0, 1] as const;
function inOrder(words: string, parts: readonly string[]) {
  let from = 0;
  for (const part of parts) {
    const at = words.indexOf(part, from);
    expect(at, part).toBeGreaterThanOrEqual(from);
    from = at;
  }
}

describe("the page of a priority", () => {
  test("reads well before there is a plan", async () => {
    const { words } = await open(`/priorities/${priorityOf(0, 2).reference}`);
    inOrder(words, [
      "You said",
      "9 people raised this.",
      "We did",
      "No work has begun yet.",
      "What changed",
      "It is too early to say.",
      "Did you agree?",
      "Not asked yet",
      "How to take part",
      "What has happened",
    ]);
  });

  test("says what is done and by whom, what is late and why, what comes next", async () => {
    const { id, reference } = priorityOf(0, 3);
    await fillPlan(database.db, id, today, { stage: "response-live" });
    await addEngagement(database.db, id, today);
    const { words } = await open(`/priorities/${reference}`);
    for (const said of [
      "The work is under way.",
      "Fewer drivers pass the school too fast by the summer holidays.",
      "38 (March, of 100 counted)",
      "Of 19 things, 4 are done",
      "are late and",
      "The council paints the crossing anew, part 1. Done The police",
      "12 days ago. Why: The paint needs a dry week, and there was none.",
      "This will not be done. The team has not said why yet.",
      "Parents and the crossing patrol",
      "What we heard: The mornings are the worst.",
      "When all of it is done, the team checks what has changed.",
      "The village hall",
    ])
      expect(words).toContain(said);
    expect(words).not.toContain("Was it done as planned");
  });

  test("shows nothing of a stage that is still being written", async () => {
    const { id, reference } = priorityOf(0, 4);
    await fillPlan(database.db, id, today, { stage: "scanning", standing: "paused", unfinished: ["what"] });
    const { words } = await open(`/priorities/${reference}`);
    expect(words).toContain("Fewer drivers pass the school too fast");
    expect(words).not.toContain("Where it happens");
    expect(words).toMatch(/The work is paused until \d+ \w+ \d{4}\. Why: The road is dug up/);
  });

  test("asks while a round is open, and shows no count", async () => {
    const { id, reference } = priorityOf(1, 2);
    const planId = await fillPlan(database.db, id, today, { stage: "awaiting-signoff" });
    await fileReport(database.db, planId, 1, addDays(today, -3));
    await database.db.insert(feedbackRounds).values({
      priorityId: id,
      kind: "sign-off",
      number: 1,
      opensOn: addDays(today, -3),
      closesOn: addDays(today, 18),
      voters: 38,
      quorum: 8,
    });
    await movePriority(database.db, id, "feedback-open", "Residents are asked whether it worked.", today);
    const { words, text } = await open(`/priorities/${reference}`);
    expect(words).toContain("You can say now whether it worked");
    expect(words).toContain("8 replies are needed. Nobody sees how people answered");
    expect(text).toContain(`href="/priorities/${reference}/feedback"`);
    expect(words).toContain(outcome.notAchieved);
    expect(words).toContain("They do not prove that the work caused it.");
    expect(words).not.toContain("people answered.");
  });

  test("refused once, then signed off by the community, with the numbers of both", async () => {
    const { db } = database;
    const { id, reference } = priorityOf(1, 3);
    const planId = await fillPlan(db, id, today, { stage: "closed" });
    await addMeasures(db, planId, today);
    await addEngagement(db, id, today);
    await fileReport(db, planId, 1, addDays(today, -120));
    await fileReport(db, planId, 2, addDays(today, -50));
    await closeRound(db, id, {
      number: 1,
      closesOn: addDays(today, -90),
      quorum: 8,
      counts: [3, 2, 3, 2, 0, 0],
    });
    await movePriority(db, id, "returned", "Residents returned this priority: 50 %.", addDays(today, -89));
    await db.transaction(async (tx) => {
      await closeRound(tx, id, {
        number: 2,
        closesOn: addDays(today, -20),
        quorum: 8,
        counts: elevenReplies,
      });
      await decideSignOff(tx, id, { on: addDays(today, -10), isCarried: true, reason: "Drivers slow down." });
      await movePriority(tx, id, "signed-off", "Residents and the panel signed it off.", addDays(today, -10));
    });
    await db
      .update(plans)
      .set({ monitorOn: addDays(today, 80) })
      .where(eq(plans.id, planId));
    const { words, text } = await open(`/priorities/${reference}`);
    inOrder(words, [
      "Signed off by residents and the panel",
      "What was reported before",
      "Signed off by the community",
      "5 of the 10 who know",
      "7 of the 10 who know",
      "6 of 12 members took part and 5 were needed: 4 for, 1 against, 1 abstained. The panel signed it off: Drivers slow down.",
      "Has it come back?",
    ]);
    expect(words).toContain("everybody here is asked once more, whether it has lasted.");
    // As full as a page gets: every public field, nineteen actions, three charts, two rounds.
    expect(gzipSync(text).length).toBeLessThan(25_000);
  });

  test("with few replies says so first, on every list too", async () => {
    const { db } = database;
    const { id, reference } = priorityOf(2, 4);
    await fillPlan(db, id, today, { stage: "closed" });
    await db.transaction(async (tx) => {
      await closeRound(tx, id, {
        number: 1,
        closesOn: addDays(today, -20),
        quorum: 8,
        counts: [2, 1, 0, 0, 0, 0],
      });
      await decideSignOff(tx, id, {
        on: addDays(today, -10),
        isCarried: true,
        reason: "Nobody was against.",
      });
      await movePriority(tx, id, "signed-off", "The panel signed it off.", addDays(today, -10));
    });
    const { words } = await open(`/priorities/${reference}`);
    inOrder(words, [
      "Signed off by the panel: few residents replied",
      "Signed off by the panel, with few replies",
      "The team knocked on doors in School Lane.",
      "Few replies: fewer people answered than were needed.",
      "What so few people said is not shown",
    ]);
    expect(words).not.toContain("by the community");
    const slug = (await loadFinder(db))?.neighbourhoods.find((one) => one.id === places[2])?.slug ?? "";
    expect((await open(`/neighbourhoods/${slug}/priorities`)).words).toContain(
      "Few replies: 3 people answered and 8 were needed.",
    );
  });

  test("closed without sign-off says by whom and why, on the list too", async () => {
    const { db } = database;
    const { id, reference } = priorityOf(2, 1);
    const line =
      "The inspector closed this priority without sign-off: It cannot be done. The road was built over.";
    await movePriority(db, id, "closed-without-signoff", line, addDays(today, -10));
    const { words } = await open(`/priorities/${reference}`);
    expect(words).toMatch(
      /An inspector closed it on .+ Residents did not sign it off\. The inspector closed/,
    );
    const finder = await loadFinder(db);
    const slug = finder?.neighbourhoods.find((one) => one.id === places[2])?.slug ?? "";
    const lists = [`/neighbourhoods/${slug}/priorities`, `/neighbourhoods/${slug}/priorities?before=2`];
    const said = await Promise.all(lists.map(async (path) => (await open(path)).words));
    expect(said.some((text) => text.includes("The road was built over."))).toBe(true);
  });

  test("that came back says so, and what residents said about it lasting", async () => {
    const { db } = database;
    const { id, reference } = priorityOf(2, 2);
    await fillPlan(db, id, today, { stage: "analysis", standing: "returned" });
    await closeRound(db, id, { number: 1, closesOn: addDays(today, -120), quorum: 8, counts: elevenReplies });
    await closeRound(db, id, {
      kind: "lasting",
      number: 1,
      closesOn: addDays(today, -5),
      quorum: 8,
      counts: [0, 1, 1, 2, 6, 1],
    });
    await movePriority(db, id, "recurred", "The problem came back: cars race again.", addDays(today, -2));
    const { words } = await open(`/priorities/${reference}`);
    for (const said of [
      "It came back",
      "cars race again.",
      "It is being worked through again.",
      "Has it lasted?",
    ])
      expect(words).toContain(said);
  });

  test("is gone with its card and its feed once it is taken down", async () => {
    const { db } = database;
    const { id, reference } = priorityOf(1, 4);
    await db.update(priorities).set({ takenDownAt: new Date() }).where(eq(priorities.id, id));
    for (const path of ["", "/card.png", "/changes.atom"])
      expect((await open(`/priorities/${reference}${path}`)).status, path).toBe(410);
    await db.update(priorities).set({ takenDownAt: null }).where(eq(priorities.id, id));
  });
});

const openData = z.object({ priorities: z.array(z.looseObject({ reference: z.string() })) });

test("open data says where the plan is and what residents said", async () => {
  const { text } = await open("/api/v1/priorities");
  const { priorities: all } = openData.parse(JSON.parse(text));
  const of = (reference: string) => all.find((one) => one.reference === reference);
  expect(of(priorityOf(0, 4).reference)).toMatchObject({
    stage: "scanning",
    standing: "paused",
    feedback: null,
  });
  expect(of(priorityOf(2, 2).reference)).toMatchObject({
    state: "recurred",
    feedback: { solved: 4, betterEnough: 3, dontKnow: 1, quorum: 8, isFewReplies: false },
  });
  expect(of(priorityOf(0, 2).reference)).toMatchObject({ stage: null, standing: null, feedback: null });
});

describe("the picture card", () => {
  test("is a picture of its own, named in the head of the page, and kept as long as it says the same", async () => {
    const { reference } = priorityOf(1, 3);
    const page = await open(`/priorities/${reference}`);
    const [, address = ""] =
      /property="og:image" content="[^"]*?(\/priorities\/[^"]+)"/.exec(page.text) ?? [];
    expect(address).toMatch(/card\.png\?v=[0-9a-f]{12}$/);
    const card = await fetch(`${site.url}${address}`);
    const bytes = Buffer.from(await card.arrayBuffer());
    expect([card.status, card.headers.get("Content-Type")]).toEqual([200, "image/png"]);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(card.headers.get("Cache-Control")).toContain("immutable");
    const again = await open(address, { "If-None-Match": card.headers.get("ETag") ?? "" });
    expect(again.status).toBe(304);
    expect(
      (await open(`/priorities/${reference}/card.png?v=old`)).headers.get("Cache-Control"),
    ).not.toContain("immutable");
    expect((await open("/priorities/P-22222/card.png")).status).toBe(404);
  });
});
