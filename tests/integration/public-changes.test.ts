import { DOMParser } from "@xmldom/xmldom";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referenceOf } from "#app/domain/reference/reference.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { feedbackRounds, news, planEvents, priorities } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { fillChoices } from "#tests/support/choices.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { addEngagement, fillPlan } from "#tests/support/public-plan.ts";
import { ensureBuilt } from "../../app/server/build.js";

const today = londonDay(new Date());
const alfreton = seedId("neighbourhood", "AV01");
const id = seedId("priority", `${alfreton}-4-0`);
const reference = referenceOf("priority", 4);
const at = new Date(`${addDays(today, -1)}T12:00:00Z`);

let database: TestDatabase;
let site: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  await fillChoices(db, [alfreton], { cyclesEach: 5, today });
  const planId = await fillPlan(db, id, today, { stage: "response-live" });
  await addEngagement(db, id, today);
  const event = { planId, from: "response-agreed", to: "response-live", standing: "running" } as const;
  // The first was told to followers as well; the second was not.
  await db.insert(planEvents).values([
    { ...event, at, line: "The work is under way." },
    { ...event, at: new Date(at.getTime() + 1_000), line: "The work goes on & on." },
  ]);
  await db.insert(news).values({
    at,
    neighbourhoodId: alfreton,
    kind: "priority",
    subjectId: id,
    line: "Speeding by the school, round 4: The work is under way.",
    path: `/priorities/${reference}`,
  });
  await db.insert(feedbackRounds).values({
    priorityId: id,
    kind: "lasting",
    number: 1,
    opensOn: today,
    closesOn: addDays(today, 21),
    voters: 38,
    quorum: 8,
  });
  site = await listenForTest(db, {}, { finder: await loadFinder(db), force: await findForce(db) });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

async function read(path: string) {
  const response = await fetch(`${site.url}${path}`);
  const text = await response.text();
  const entries = [...new DOMParser().parseFromString(text, "text/xml").getElementsByTagName("entry")];
  const of = (name: string) => entries.map((entry) => entry.getElementsByTagName(name)[0]?.textContent ?? "");
  return { response, text, titles: of("title"), ids: of("id"), dates: of("updated") };
}

describe.each([`/priorities/${reference}/changes.atom`, "/neighbourhoods/alfreton/changes.atom"])(
  "%s",
  (path) => {
    test("tells each change once, the newest first", async () => {
      const { titles, ids, dates, response } = await read(path);
      expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
      expect(titles.slice(0, 2)).toEqual([
        "Speeding by the school, round 4: The work goes on & on.",
        "Speeding by the school, round 4: The work is under way.",
      ]);
      expect(titles.filter((title) => title.includes("round 4: The work is under way."))).toHaveLength(1);
      expect(new Set(ids).size).toBe(ids.length);
      expect(dates).toEqual([...dates].sort().reverse());
      expect(titles.some((title) => title.includes("The panel adopted this"))).toBe(true);
    });

    test("is nothing new to who has it", async () => {
      const { response } = await read(path);
      expect(response.headers.get("Last-Modified")).toBe(new Date(at.getTime() + 1_000).toUTCString());
      const headers = { "If-None-Match": response.headers.get("ETag") ?? "" };
      expect((await fetch(`${site.url}${path}`, { headers })).status).toBe(304);
    });

    test("is named in the head of its page", async () => {
      const page = await (await fetch(`${site.url}${path.replace("/changes.atom", "")}`)).text();
      expect(page).toMatch(new RegExp(`rel="alternate" type="application/atom\\+xml"[^>]*href="${path}"`));
    });
  },
);

test("at most fifty are told, and nothing of what was taken down", async () => {
  const { db } = database;
  const many = Array.from({ length: 60 }, (_, index) => ({
    at: new Date(at.getTime() - index * 60_000),
    neighbourhoodId: alfreton,
    kind: "neighbourhood" as const,
    subjectId: alfreton,
    line: `News ${index}`,
    path: "/neighbourhoods/alfreton",
  }));
  await db.insert(news).values(many);
  expect((await read("/neighbourhoods/alfreton/changes.atom")).titles).toHaveLength(50);
  await db.update(priorities).set({ takenDownAt: new Date() }).where(eq(priorities.id, id));
  const { text } = await read("/neighbourhoods/alfreton/changes.atom");
  expect(text).not.toContain(reference);
  expect(await (await fetch(`${site.url}/neighbourhoods/alfreton/calendar.ics`)).text()).not.toContain(
    reference,
  );
  await db.update(priorities).set({ takenDownAt: null }).where(eq(priorities.id, id));
});

test("the calendar has the last day to answer, what anybody may come to, and the aim", async () => {
  const text = await (await fetch(`${site.url}/neighbourhoods/alfreton/calendar.ics`)).text();
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const day = (on: string) => `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`;
  for (const line of [
    "SUMMARY:Last day to say whether it has lasted: Speeding by the school\\, round 4",
    "SUMMARY:Drop-in: Speeding by the school\\, round 4",
    "LOCATION:The village hall",
    "SUMMARY:The aim is to be reached: Speeding by the school\\, round 4",
    day(addDays(today, 21)),
    day(addDays(today, 9)),
    day(addDays(today, 40)),
  ])
    expect(lines).toContain(line);
  // Where officers walk from door to door is nobody's to know before.
  expect(lines.some((line) => line.includes("Door to door"))).toBe(false);
});
