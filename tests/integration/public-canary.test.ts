import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastPublishable } from "#app/domain/abstraction/publishing.ts";
import { publicPlanFields } from "#app/domain/plan/fields.ts";
import { referenceOf } from "#app/domain/reference/reference.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import * as schema from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { fillAbstractionWords, unspoken, withheld } from "#tests/support/abstraction-words.ts";
import { canary, fillChoices } from "#tests/support/choices.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { closeRound, movePriority } from "#tests/support/priority-ends.ts";
import { addEngagement, addMeasures, fileReport, fillPlan, restricted } from "#tests/support/public-plan.ts";
import { fillTaskingWords, lineForResidents, unshared } from "#tests/support/tasking-words.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { matrix } from "./access-matrix.ts";

const today = londonDay(new Date());
const alfreton = seedId("neighbourhood", "AV01");
const idOf = (number: number) => seedId("priority", `${alfreton}-${number}-0`);
/** Closed, being worked on, asked about, and still being written. */
const references = [1, 2, 3, 4].map((number) => referenceOf("priority", number));
const area = { kind: "neighbourhood", id: alfreton } as const;

let database: TestDatabase;
let site: ListeningServer;
const cookies: Record<string, string> = {};
let meeting = "";
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  await fillChoices(db, [alfreton], { cyclesEach: 5, today });
  await fillEverything();
  await fillAbstractionWords(db, alfreton, today);
  // Another agency's than that of the partner who looks.
  const [partner, other] = await db.select().from(schema.agencies).limit(2);
  const joint = { neighbourhoodId: alfreton, priorityId: idOf(2), agencyId: other?.id ?? "" };
  await fillTaskingWords(db, joint, today);
  cookies["a visitor"] = "";
  cookies["a resident"] = (await signedInAs(db, "resident")).cookie;
  cookies["a panel member"] = (await signedInAs(db, "panel-member", { area })).cookie;
  cookies["a partner"] = (await signedInAs(db, "partner", { agencyId: partner?.id ?? null })).cookie;
  site = await listenForTest(db, {}, { finder: await loadFinder(db), force: await findForce(db) });
});
afterAll(async () => {
  await site.close();
  await database.close();
});

/** Plans at several stages, with a word in all that is not for residents. */
async function fillEverything() {
  const { db } = database;
  const written = publicPlanFields.filter((name) => !["objective", "measure"].includes(name));
  await fillPlan(db, idOf(1), today, { stage: "closed" });
  const working = await fillPlan(db, idOf(2), today, { stage: "response-live" });
  const asked = await fillPlan(db, idOf(3), today, { stage: "awaiting-signoff" });
  await fillPlan(db, idOf(4), today, { stage: "draft", unfinished: written });
  await addMeasures(db, working, today);
  await addMeasures(db, asked, today);
  await addEngagement(db, idOf(2), today);
  await fileReport(db, asked, 1, addDays(today, -30));
  await closeRound(db, idOf(1), {
    number: 1,
    closesOn: addDays(today, -60),
    quorum: 8,
    counts: [4, 3, 2, 1, 0, 1],
  });
  const [round] = await db
    .insert(schema.feedbackRounds)
    .values({
      priorityId: idOf(3),
      kind: "sign-off",
      number: 1,
      opensOn: addDays(today, -5),
      closesOn: addDays(today, 16),
      voters: 38,
      quorum: 8,
    })
    .returning();
  const resident = await signedInAs(db, "resident");
  await db.insert(schema.feedbackReplies).values({
    roundId: round?.id ?? "",
    accountId: resident.account.id,
    mode: "web",
    answer: "worse",
    told: "no",
    words: `${canary} in their own words`,
    repliedAt: new Date(),
  });
  await movePriority(db, idOf(3), "feedback-open", "Residents are asked whether it worked.", today);
  const practice = {
    category: "speeding" as const,
    year: 2025,
    contactRole: "The team",
    changedAt: new Date(),
  };
  await db.insert(schema.practiceItems).values({
    ...practice,
    slug: "unpublished",
    title: `${restricted} title`,
    problem: restricted,
    response: restricted,
    outcome: restricted,
  });
  const [announced] = await db
    .select({ reference: schema.meetings.reference })
    .from(schema.meetings)
    .limit(1);
  meeting = announced?.reference ?? "";
}

const rest: Readonly<Record<string, readonly string[]>> = {
  "/search": [
    "/search?q=speeding",
    `/search?q=${restricted.slice(0, -1)}`,
    `/search?q=${unshared.slice(0, -1)}`,
  ],
  "/api/v1/abstraction": ["/api/v1/abstraction", "/api/v1/abstraction?neighbourhood=alfreton"],
  "/api/v1/abstraction.csv": ["/api/v1/abstraction.csv", "/api/v1/abstraction.csv?scope=force"],
  "/api/v1/priorities": ["/api/v1/priorities", "/api/v1/priorities?neighbourhood=alfreton"],
  "/metrics": ["/metrics"],
};

/** Every address that anybody may open, with what was filled in above in the place of its parameters. */
function publicAddresses(): string[] {
  const open = Object.entries(matrix).flatMap(([pattern, { opens }]) =>
    opens === "anyone" ? [pattern] : [],
  );
  return [...new Set([...open, ...Object.keys(rest)])].flatMap((pattern) => {
    const known = rest[pattern];
    if (known !== undefined) return known;
    const filled = pattern
      .replace("/*", "/no-such-page")
      .replace(":slug", "alfreton")
      .replace(":number", "4")
      .replace(":token", "no-such-token")
      .replace(":file", "no-such-calendar.ics")
      .replace("/cycles/:id/", `/cycles/${seedId("cycle", `${alfreton}-4-0`)}/`)
      .replace("/meetings/:reference", `/meetings/${meeting}`)
      .replace("/concerns/:reference", `/concerns/${referenceOf("concern", 0)}`);
    return filled.includes("priorities/:reference")
      ? references.map((reference) => filled.replace(":reference", reference))
      : filled.includes("/:kind/:reference")
        ? references.map((reference) => filled.replace(":kind/:reference", `priority/${reference}`))
        : [filled];
  });
}

/** What only some of the readers may open, and where nothing of this is theirs. */
const own: Readonly<Record<string, readonly string[]>> = {
  "a resident": ["/account", "/account/following", "/account/data", "/account/data/download"],
  "a panel member": ["/panel", `/panel/resolutions/${seedId("resolution", `${alfreton}-4-0`)}/pack`],
  "a partner": ["/partners", "/partners/history", "/partners/meetings", "/account/data/download"],
};

const asVisitor = async (path: string) => ({ text: await (await fetch(`${site.url}${path}`)).text() });

describe("what is not for residents shows nowhere", () => {
  test("there is enough to look at, and it is there", async () => {
    const addresses = publicAddresses();
    expect(addresses.filter((path) => path.includes(":"))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(50);
    const page = await (await fetch(`${site.url}/priorities/${references[1] ?? ""}`)).text();
    expect(page).toContain("The council paints the crossing anew");
    const held = await database.db.select().from(schema.planActions);
    expect(held.some(({ task }) => task.includes(restricted))).toBe(true);
  });

  test("of joint tasking, the line that was written for residents and nothing else", async () => {
    const { text } = await asVisitor(`/priorities/${references[1] ?? ""}`);
    expect(text).toContain(lineForResidents);
    expect(text).not.toContain(unshared);
  });

  test("what the team was used for is published, and nothing of days to come", async () => {
    const { text } = await asVisitor("/neighbourhoods/alfreton/abstraction");
    expect(text).toContain("of every 100 duty hours");
    const published = await database.db.select().from(schema.abstractionPublished);
    const months = published.map(({ startsOn }) => startsOn).sort();
    expect(months.at(-1)).toBe(lastPublishable("month", today));
    const kept = await database.db.select().from(schema.abstractionMonths);
    expect(kept.some(({ month, duty }) => month > (months.at(-1) ?? "") && duty > 0)).toBe(true);
    const { text: team } = await asVisitor("/neighbourhoods/alfreton");
    expect(team).toContain("name withheld");
  });

  test.each(["a visitor", "a resident", "a panel member", "a partner"])("to %s", async (who) => {
    const Cookie = cookies[who] ?? "";
    const leaks: string[] = [];
    for (const path of [...publicAddresses(), ...(own[who] ?? [])]) {
      const response = await fetch(`${site.url}${path}`, {
        redirect: "manual",
        headers: Cookie === "" ? {} : { Cookie },
      });
      expect(response.status, path).toBeLessThan(500);
      const text = await response.text();
      for (const word of [restricted, canary, unspoken, withheld, unshared])
        if (text.includes(word)) leaks.push(`${path}: ${word}`);
    }
    expect(leaks).toEqual([]);
  });
});
