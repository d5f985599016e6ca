import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { areasOf, quartersOf } from "#app/domain/abstraction/published-series.ts";
import { visitor } from "#app/domain/actor.ts";
import { publishFigures } from "#app/services/abstraction/publish-figures.server.ts";
import { publishedOfAreas, publishedOfPlace } from "#db/queries/abstraction-published.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { keepMonths, type MonthInHours } from "#tests/support/abstraction-months.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";

let force: PeopleTest;
beforeAll(async () => {
  force = await openPeopleTest();
});
afterAll(() => force.close());

const publish = (on: string) =>
  publishFigures({
    db: force.db,
    now: new Date(`${on}T09:00:00Z`),
    signal: new AbortController().signal,
  });
const months = (code: string, ...of: Omit<MonthInHours, "neighbourhoodId">[]) =>
  keepMonths(
    force.db,
    of.map((month) => ({ neighbourhoodId: force.id(code), ...month })),
  );
const all = { from: "2020-01-01", to: "2030-01-01" };
/** As anybody reads them. */
const areas = async () => areasOf(await withActor(force.db, visitor(), (tx) => publishedOfAreas(tx, all)));
const forceMonth = async (month: string) =>
  (await areas()).find(({ bcu }) => bcu === null)?.months.find(({ startsOn }) => startsOn === month);
const quarters = async (code: string) =>
  quartersOf(await withActor(force.db, visitor(), (tx) => publishedOfPlace(tx, force.id(code), all)));
const stored = () => force.db.select().from(schema.abstractionPublished);

describe("what is published, and when", () => {
  test("May of the force and its BCU on 1 July, not a day before", async () => {
    await months("n1", { month: "2026-05-01", duty: 5_000, abstracted: 500 });
    await months(
      "n2",
      { month: "2026-05-01", duty: 7_000, abstracted: 676, posts: 2 },
      // Special constables are reported apart.
      { month: "2026-05-01", duty: 900, abstracted: 900, isSpecial: true },
    );
    expect(await publish("2026-06-30")).toBe(0);
    expect(await publish("2026-07-01")).toBe(2);
    const [ofForce, ofBcu] = await areas();
    expect([ofForce?.bcu, ofBcu?.bcu]).toEqual([null, { code: "B1", name: "B1" }]);
    for (const area of [ofForce, ofBcu])
      expect(area?.months).toMatchObject([
        {
          startsOn: "2026-05-01",
          version: 1,
          overSince: null,
          latest: {
            publishedOn: "2026-07-01",
            restatement: null,
            shown: {
              rate: { words: "9.8%" },
              isProvisional: false,
              hours: { duty: 12_000, abstracted: 1_200, delivered: "45.1%" },
            },
          },
        },
      ]);
  });

  test("again publishes nothing, nor do two at once", async () => {
    expect(await publish("2026-07-01")).toBe(0);
    const few = { duty: 1, abstracted: 0, posts: 2 };
    await months(
      "n1",
      { month: "2026-04-01", duty: 1, abstracted: 0 },
      { month: "2026-06-01", duty: 100, abstracted: 5 },
    );
    await months("n2", { month: "2026-04-01", ...few }, { month: "2026-06-01", ...few });
    const counts = await Promise.all([publish("2026-08-01"), publish("2026-08-01")]);
    // April and June of the force and of its BCU, and the quarter of both neighbourhoods.
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    const keys = (await stored()).map(({ scope, scopeKey, startsOn, revision }) =>
      [scope, scopeKey, startsOn, revision].join(" "),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("the quarter of a neighbourhood a month after it, of few posts as a band alone", async () => {
    const [n1] = await quarters("n1");
    expect(n1).toMatchObject({
      startsOn: "2026-04-01",
      latest: { publishedOn: "2026-08-01", shown: { spent: "90", band: null, rate: { words: "9.9%" } } },
    });
    const [n2] = await quarters("n2");
    expect(n2?.latest.shown).toMatchObject({
      isBanded: true,
      rate: null,
      band: "over 5% to 10%",
      lent: null,
    });
    expect(JSON.stringify(n2)).not.toMatch(/676|7000|9\.[67]/);
  });

  test("less than 95 of 100 duties accounted for is provisional", async () => {
    const unclear = { duty: 100, abstracted: 1, confirmed: 40 };
    await months(
      "n4",
      { month: "2026-01-01", ...unclear },
      { month: "2026-02-01", ...unclear },
      { month: "2026-03-01", ...unclear },
    );
    await publish("2026-08-02");
    expect((await quarters("n4"))[0]?.latest.shown.isProvisional).toBe(true);
    expect((await quarters("n1"))[0]?.latest.shown.isProvisional).toBe(false);
  });
});

test("a quarter of which a month is missing is not published", async () => {
  await months(
    "n3",
    { month: "2026-01-01", duty: 100, abstracted: 1 },
    { month: "2026-02-01", duty: 100, abstracted: 1 },
  );
  await publish("2026-08-03");
  expect(await quarters("n3")).toEqual([]);
});

test("posts of an area are counted by what each has there", async () => {
  const january = (await stored()).filter(({ startsOn }) => startsOn === "2026-01-01");
  expect(january.map(({ scope, posts }) => [scope, posts])).toEqual(
    expect.arrayContaining([
      ["force", 8],
      ["bcu", 8],
      ["neighbourhood", 4],
    ]),
  );
});

describe("a late correction", () => {
  test("May is restated, the old figure stays, and the breach is of the correction's day", async () => {
    await months("n1", { month: "2026-05-01", duty: 5_000, abstracted: 548 });
    await publish("2026-08-03");
    const may = await forceMonth("2026-05-01");
    expect(may?.revisions.map(({ shown }) => [shown.rate?.words, shown.hours?.abstracted])).toEqual([
      ["9.8%", 1_200],
      ["10.2%, over target", 1_200],
    ]);
    expect(may?.latest.restatement).toBe("Restated on 3 August 2026: time was recorded late.");
    expect(may?.overSince).toBe("2026-08-03");
    const [n1] = await quarters("n1");
    expect(n1?.revisions.map(({ shown }) => shown.spent)).toEqual(["90", "89"]);
    expect(n1?.latest.restatement).toBe("Restated on 3 August 2026: time was recorded late.");
  });

  test("one after another is one restatement a day, and what changed back is no longer over", async () => {
    await months("n1", { month: "2026-05-01", duty: 5_000, abstracted: 500 });
    expect(await publish("2026-08-03")).toBe(0);
    expect(await publish("2026-08-04")).toBeGreaterThan(0);
    const may = await forceMonth("2026-05-01");
    expect(may?.latest.restatement).toBe("Restated on 4 August 2026: time was corrected.");
    expect([may?.revisions.length, may?.overSince]).toEqual([3, null]);
  });

  test("of few posts shows only where the band changes", async () => {
    await months("n2", { month: "2026-05-01", duty: 7_000, abstracted: 690, posts: 2 });
    await publish("2026-08-05");
    expect((await quarters("n2"))[0]?.revisions).toHaveLength(1);
    await months("n2", { month: "2026-05-01", duty: 7_000, abstracted: 800, posts: 2 });
    await publish("2026-08-06");
    expect((await quarters("n2"))[0]?.revisions.map(({ shown }) => shown.band)).toEqual([
      "over 5% to 10%",
      "over 10% to 15%",
    ]);
  });

  test("of what is older than two years is not told: its entries are gone", async () => {
    await months("n1", { month: "2026-05-01", duty: 0, abstracted: 0 });
    expect(await publish("2028-09-01")).toBe(0);
    await months("n1", { month: "2026-05-01", duty: 5_000, abstracted: 500 });
  });

  test("a quarter is restated as long as its last month can be", async () => {
    await months("n1", { month: "2026-06-01", duty: 100, abstracted: 90 });
    await publish("2028-06-15");
    expect((await quarters("n1"))[0]?.latest.publishedOn).toBe("2028-06-15");
  });

  test("nothing that was published can be changed or taken away", async () => {
    const [one] = await stored();
    if (one === undefined) throw new Error("Nothing was published.");
    const table = schema.abstractionPublished;
    await expect(force.db.update(table).set({ duty: 1 })).rejects.toThrow();
    await expect(force.db.delete(table)).rejects.toThrow();
    await expect(
      withActor(force.db, visitor(), (tx) =>
        tx.insert(table).values({ ...one, id: force.id("other"), revision: 9 }),
      ),
    ).rejects.toThrow();
  });
});

describe("another definition", () => {
  test("counts from its month on; the months before stay as the one before had them", async () => {
    await force.db.insert(schema.abstractionDefinitions).values({
      version: 2,
      words: "Another.",
      notes: "",
      effectiveFrom: "2026-08-01",
      agreedBy: ["The force"],
      change: "More counts.",
      adoptedAt: new Date("2026-07-20T09:00:00Z"),
    });
    await months(
      "n3",
      { month: "2026-07-01", duty: 100, abstracted: 5 },
      { month: "2026-07-01", duty: 100, abstracted: 50, version: 2 },
      { month: "2026-08-01", duty: 100, abstracted: 5 },
      { month: "2026-08-01", duty: 100, abstracted: 20, version: 2 },
      { month: "2026-09-01", duty: 0, abstracted: 0, version: 2 },
    );
    await publish("2026-11-02");
    const [n3] = await quarters("n3");
    expect([n3?.version, n3?.latest.shown.rate?.words]).toEqual([2, "12.5%, over target"]);
    expect((await forceMonth("2026-07-01"))?.latest.shown.rate?.words).toBe("5.0%");
    expect((await forceMonth("2026-08-01"))?.version).toBe(2);
  });

  test("each publication is on the record, without anybody's words", async () => {
    const events = await force.db.select().from(schema.auditEvents);
    const published = events.filter(({ action }) => action === "abstraction.publish");
    expect(published[0]?.details).toEqual({ months: 2, quarters: 0, restated: 0 });
    expect(published.every(({ actorKind }) => actorKind === "system")).toBe(true);
  });
});
