import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { referenceOf } from "#app/domain/reference/reference.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { editions, neighbourhoods, panelInterests, priorities, successions } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { canary, fillChoices } from "#tests/support/choices.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { addEngagement, fillPlan } from "#tests/support/public-plan.ts";
import { ensureBuilt } from "../../app/server/build.js";

const today = londonDay(new Date());
const alfreton = seedId("neighbourhood", "AV01");
const elsewhere = seedId("neighbourhood", "HP01");
const newest = referenceOf("priority", 4);
const oldest = referenceOf("priority", 1);

let database: TestDatabase;
let site: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  await fillChoices(db, [alfreton, elsewhere], { cyclesEach: 5, today });
  site = await listenForTest(db, {}, { finder: await loadFinder(db), force: await findForce(db) });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

async function open(path: string, cookie?: string) {
  const response = await fetch(`${site.url}${path}`, {
    redirect: "manual",
    headers: cookie === undefined ? {} : { Cookie: cookie },
  });
  const text = await response.text();
  // What a page says, without its markup and its data for scripts.
  const words = text
    .replace(/<script[\s\S]*?<\/script>/g, " ")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  return { status: response.status, text, words, headers: response.headers };
}

describe("the page of a neighbourhood", () => {
  test("says what was chosen and how, what happens now, and what people raised", async () => {
    const { words } = await open("/neighbourhoods/alfreton");
    expect(words).toContain("Speeding by the school, round 4");
    expect(words).toContain("Chosen on 38 of 64 ballots, adopted by the panel on");
    expect(words).toMatch(/Voting is open until \w+day \d+ \w+.*Vote now/);
    expect(words).toContain("Cars on the pavement");
  });

  test("without a priority says so, and when the next choice is", async () => {
    const { words } = await open("/neighbourhoods/ripley");
    expect(words).toMatch(/has no priority at the moment\. No date has been set/);
  });
});

describe("the page of a priority", () => {
  test("says how it was chosen", async () => {
    const { words } = await open(`/priorities/${newest}`);
    for (const said of [
      "9 people raised this.",
      "Chosen on 38 of 64 ballots.",
      "Scored 13 out of 24",
      "4 for, 1 against, 1 abstained",
      "6 took part. 5 were needed to decide.",
      "Children are at risk.",
      "The inspector accepted this priority.",
    ])
      expect(words).toContain(said);
  });

  test("answers a reference typed another way by the right one, and no reference by nothing", async () => {
    expect((await open(`/priorities/${newest.toLowerCase()}`)).headers.get("Location")).toBe(
      `/priorities/${newest}`,
    );
    expect((await open("/priorities/P-22222")).status).toBe(404);
  });

  test("is gone once it is taken down, and named nowhere", async () => {
    const { db } = database;
    await db.update(priorities).set({ takenDownAt: new Date() }).where(eq(priorities.reference, newest));
    const page = await open(`/priorities/${newest}`);
    expect([page.status, page.words.includes("taken down")]).toEqual([410, true]);
    for (const path of [
      "/neighbourhoods/alfreton",
      "/neighbourhoods/alfreton/priorities",
      "/neighbourhoods/alfreton/cycles/4",
      "/api/v1/priorities",
    ])
      expect((await open(path)).text, path).not.toContain(newest);
    await db.update(priorities).set({ takenDownAt: null }).where(eq(priorities.reference, newest));
  });
});

test("the priorities of a neighbourhood: now, not chosen and why, round by round", async () => {
  const { words } = await open("/neighbourhoods/alfreton/priorities");
  expect(words).toContain("Others stood higher in the vote, so the panel did not vote on it.");
  expect(words).toContain("Left off the shortlist: The council paints lines there this month.");
  expect(words).toContain("Round 5:");
  expect(words).not.toContain("Round 1:");
  const earlier = await open("/neighbourhoods/alfreton/priorities?before=2");
  expect(earlier.words).toContain("Round 1:");
  expect(earlier.text).toContain(oldest);
});

describe("the page of a round", () => {
  test("has its dates, its count and its decision", async () => {
    const { words, text } = await open("/neighbourhoods/alfreton/cycles/4");
    for (const said of [
      "2 days more: Snow kept people at home.",
      "64 people voted: 50 online and 14 on paper, by phone or face to face",
      "2 votes were held back",
      "6 of 12 members took part. It takes 5 to decide.",
      "To adopt what most people chose.",
    ])
      expect(words).toContain(said);
    expect(text).toMatch(/\/api\/v1\/cycles\/[0-9a-f-]{36}\/ballots\.csv/);
  });

  test("says how many declared an interest, and not who", async () => {
    const { db } = database;
    const { account } = await signedInAs(db, "panel-member", {
      area: { kind: "neighbourhood", id: alfreton },
    });
    const itemId = seedId("item", `${alfreton}-4-0`);
    await db.insert(panelInterests).values({ itemId, accountId: account.id, declaredAt: new Date() });
    const { words, text } = await open("/neighbourhoods/alfreton/cycles/4");
    expect(words).toContain("1 member declared an interest and did not vote on it.");
    expect(text).not.toContain(account.id);
  });

  test("says how to count again, and it comes out the same", async () => {
    const { text } = await open("/neighbourhoods/alfreton/cycles/4");
    const page = text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("<!-- -->", "");
    const [, path = ""] = /href="(\/api\/v1\/cycles\/[^"]+\/ballots\.csv)"/.exec(page) ?? [];
    const file = Buffer.from(await (await fetch(`${site.url}${path}`)).arrayBuffer());
    const lines = file.toString("utf8").split("\r\n").slice(1, -1);
    expect(page).toContain(`There are ${lines.length}, as many as people voted.`);
    // What the formula does: it looks for " 1 " in each line between spaces.
    const formula =
      /the votes of number (\d+), and the answer must be (\d+)\..*?=SUMPRODUCT\(--ISNUMBER\(SEARCH\("( \d+ )"," "&A2:A(\d+)&" "\)\)\)/;
    const [, number, answer, wanted = "", last] = formula.exec(page) ?? [];
    expect([wanted, last]).toEqual([` ${number} `, String(lines.length + 1)]);
    expect(lines.filter((line) => ` ${line} `.includes(wanted))).toHaveLength(Number(answer));
    expect(page).toContain(createHash("sha256").update(file).digest("hex"));
  });

  test("tells in its data no more of how votes came in than in its words", async () => {
    expect((await open("/neighbourhoods/alfreton/cycles/4")).text).not.toMatch(/\bmodes\b/);
  });

  test("says of a motion that was never put that it was not", async () => {
    const { words } = await open("/neighbourhoods/alfreton/cycles/4");
    expect(words).toMatch(/ : was not put to a vote\. | was not put to a vote\./);
    expect(words).not.toContain("0 for, 0 against");
  });

  test("leads to the check of receipts as long as there is one", async () => {
    const receipt = "/neighbourhoods/alfreton/cycles/4/receipt";
    expect((await open("/neighbourhoods/alfreton/cycles/4")).text).toContain(`href="${receipt}"`);
    expect((await open(receipt)).words).toMatch(/You can check it until the end of .+ \d{4}\./);
    const old = "/neighbourhoods/alfreton/cycles/1/receipt";
    expect((await open("/neighbourhoods/alfreton/cycles/1")).text).not.toContain(old);
    const { words, text } = await open(old);
    expect(words).toMatch(/Receipts of this vote could be checked until .+ \d{4}\./);
    expect(text).not.toContain('name="receipt"');
  });

  test("has no result while people vote", async () => {
    const { words } = await open("/neighbourhoods/alfreton/cycles/5");
    expect(words).toContain("The shortlist");
    expect(words).not.toContain("The result of the vote");
  });

  test.each(["0", "x", "6", "99999999"])("there is no round %s", async (number) => {
    expect((await open(`/neighbourhoods/alfreton/cycles/${number}`)).status).toBe(404);
  });
});

const answer = z.object({ priorities: z.array(z.object({ reference: z.string(), issue: z.string() })) });

test("open data: all, of one neighbourhood, and nothing new for who has it", async () => {
  const all = await open("/api/v1/priorities");
  expect(answer.parse(JSON.parse(all.text)).priorities).toHaveLength(6);
  const one = await open("/api/v1/priorities?neighbourhood=alfreton");
  expect(answer.parse(JSON.parse(one.text)).priorities).toHaveLength(3);
  expect((await open("/api/v1/priorities?neighbourhood=atlantis")).status).toBe(404);
  const again = await fetch(`${site.url}/api/v1/priorities`, {
    headers: { "If-None-Match": all.headers.get("ETag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("a neighbourhood that was merged says where its priorities went", async () => {
  const { db } = database;
  const [edition] = await db.select({ id: editions.id }).from(editions).limit(1);
  const fromId = seedId("neighbourhood", "old");
  await db
    .insert(neighbourhoods)
    .values({ id: fromId, code: "OLD", slug: "old-place", createdAt: new Date() });
  expect((await open("/neighbourhoods/old-place")).status).toBe(404);
  await db
    .insert(successions)
    .values({ editionId: edition?.id ?? "", fromId, toId: alfreton, at: new Date() });
  await db.update(priorities).set({ chosenInId: fromId }).where(eq(priorities.reference, oldest));
  const { status, words, text } = await open("/neighbourhoods/old-place");
  expect([status, words.includes("Alfreton")]).toEqual([200, true]);
  expect(text).toContain(oldest);
  expect((await open(`/priorities/${oldest}`)).words).toContain("before its boundaries changed");
  await db.update(priorities).set({ chosenInId: null }).where(eq(priorities.reference, oldest));
});

describe("the overview", () => {
  const area = { kind: "neighbourhood", id: alfreton } as const;

  test("shows a sergeant their own neighbourhoods and no other", async () => {
    const { cookie } = await signedInAs(database.db, "sergeant", { area });
    const { words } = await open("/staff/priorities", cookie);
    expect(words).toContain("3 priorities open in 1 neighbourhood");
    expect(words).toContain("100 per cent of priorities in force were chosen by residents (3 of 3)");
  });

  test("shows a chief officer all, the late first, and those with none", async () => {
    // Of those that have had time to be planned, one is.
    const [planned] = await database.db.select().from(priorities).where(eq(priorities.reference, newest));
    const priorityId = planned?.id ?? "";
    await fillPlan(database.db, priorityId, today);
    await addEngagement(database.db, priorityId, today);
    const { cookie } = await signedInAs(database.db, "chief-officer");
    const { words } = await open("/staff/priorities", cookie);
    expect(words).toContain("6 priorities open in 103 neighbourhoods");
    expect(words).toContain("101 neighbourhoods have none.");
    // Rounds 2 and 3 have had no news for longer than a round.
    expect(words.indexOf("round 2")).toBeLessThan(words.indexOf("round 4"));
    const late = await open("/staff/priorities?late=on&area=neighbourhood:alfreton", cookie);
    expect(late.words).toContain("round 2");
    expect(late.words).not.toContain("round 4");
    expect((await open("/staff/priorities/map?show=late", cookie)).text).toContain(
      "Alfreton: 3 open, 2 late",
    );
  });

  test("as CSV holds the same, safe to open in a spreadsheet", async () => {
    await database.db
      .update(priorities)
      .set({ title: "=1+1", adoptedOn: addDays(today, -1) })
      .where(eq(priorities.reference, newest));
    const { cookie } = await signedInAs(database.db, "sergeant", { area });
    const { text } = await open("/staff/priorities/download.csv", cookie);
    const rows: string[][] = parse(text);
    expect(rows).toHaveLength(4);
    expect(rows.find((row) => row[4] === newest)?.[5]).toBe("'=1+1");
  });
});

test("nobody's own words show on any of these pages", async () => {
  const { cookie } = await signedInAs(database.db, "chief-officer");
  for (const path of [
    "/neighbourhoods/alfreton",
    "/neighbourhoods/alfreton/priorities",
    "/neighbourhoods/alfreton/cycles/4",
    "/neighbourhoods/alfreton/cycles/5",
    `/priorities/${newest}`,
    "/map",
    "/map/lines.geojson",
    "/api/v1/priorities",
    "/api/v1/neighbourhoods.geojson",
    "/metrics",
    "/staff/notices",
    "/staff/priorities",
    "/staff/priorities?show=late",
    "/staff/priorities/map",
    "/staff/priorities/download.csv",
  ]) {
    const { status, text } = await open(path, cookie);
    expect([path, status, text.includes(canary)]).toEqual([path, 200, false]);
  }
});
