import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitor } from "#app/domain/actor.ts";
import { termsOf } from "#app/domain/concern/search-stage.ts";
import { searchPublished, type Search } from "#db/queries/search.ts";
import { priorities } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { canary, concernDesk, now } from "./concern-desk.ts";

let database: TestDatabase;
let westly = "";
let eastly = "";
beforeAll(async () => {
  database = await openTestDatabase();
  const desk = concernDesk(database.db);
  westly = await desk.neighbourhood("Westly");
  eastly = await desk.neighbourhood("Eastly");
  const moderator = await desk.staff();
  const published = async (
    place: string,
    title: string,
    summary: string,
    category: "speeding" | "alcohol",
  ) => {
    const { id } = await desk.raise(visitor(), place, { clientKey: randomUUID(), category });
    await desk.publish(moderator, id, title, summary);
    return id;
  };
  await published(westly, "Speeding on the hill", "Cars go too fast in the morning.", "speeding");
  const shortlisted = await published(eastly, "Street drinking", "Groups drink in Central Park.", "alcohol");
  await desk.step(moderator, shortlisted, { step: "shortlist" });
  const hidden = await published(westly, "Speeding that named somebody", "Taken down.", "speeding");
  await desk.step(moderator, hidden, { step: "take-down", reason: "names-people" });
  await desk.raise(visitor(), westly, { clientKey: randomUUID() });
  await database.db
    .insert(priorities)
    .values([
      priority("P-22222", "Speeding by the school", { state: "in-progress", slot: 1 }),
      priority("P-33333", "Speeding that is only proposed", { state: "proposed", slot: null }),
      priority("P-44444", "Speeding taken down", { state: "lapsed", slot: null, takenDownAt: now }),
    ]);
});
afterAll(() => database.close());

const priority = (
  reference: string,
  title: string,
  rest: Pick<typeof priorities.$inferInsert, "state" | "slot" | "takenDownAt">,
): typeof priorities.$inferInsert => ({
  reference,
  title,
  statement: "Cars go too fast.",
  neighbourhoodId: westly,
  origin: "partner",
  category: "speeding",
  adoptedOn: "2026-02-01",
  changedAt: now,
  ...rest,
});

const search = async (words: string, rest: Partial<Search> = {}, page = { limit: 20, offset: 0 }) => {
  const asked = { terms: termsOf(words), neighbourhoodId: null, category: null, stage: null, ...rest };
  const found = await withActor(database.db, visitor(), (tx) => searchPublished(tx, asked, page));
  expect(JSON.stringify(found)).not.toContain(canary);
  return found.map(({ title }) => title).sort();
};

describe("by words", () => {
  test.each([
    ["speeding", ["Speeding by the school", "Speeding on the hill"]],
    ["speding", ["Speeding by the school", "Speeding on the hill"]],
    ["SPEEDNG hill", ["Speeding on the hill"]],
    ["drinkin", ["Street drinking"]],
    ["centrel park", ["Street drinking"]],
    ["helicopter", []],
    // A place is found as staff wrote it; the words of residents are not searched.
    ["school lane drinking", ["Street drinking"]],
    [canary, []],
  ])("%j", async (words, titles) => {
    expect(await search(words)).toEqual(titles);
  });
});

describe("by place, subject and stage", () => {
  const everything = ["Speeding by the school", "Speeding on the hill", "Street drinking"];

  test("nothing asked finds all that is public, and no more", async () => {
    expect(await search("")).toEqual(everything);
  });

  test("a neighbourhood", async () => {
    expect(await search("", { neighbourhoodId: eastly })).toEqual(["Street drinking"]);
  });

  test("a subject", async () => {
    expect(await search("", { category: "alcohol" })).toEqual(["Street drinking"]);
  });

  test.each([
    ["considered", ["Speeding on the hill"]],
    ["vote", ["Street drinking"]],
    ["priority", ["Speeding by the school"]],
    ["ended", []],
  ] as const)("%s", async (stage, titles) => {
    expect(await search("", { stage })).toEqual(titles);
  });

  test("page by page, each once", async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((offset) => search("", {}, { limit: 1, offset })));
    expect(pages.flat().sort()).toEqual(everything);
  });
});
