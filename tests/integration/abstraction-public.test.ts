import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { lastPublishable, periodInWords } from "#app/domain/abstraction/publishing.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { fillPublished } from "#tests/support/published-figures.ts";
import { ensureBuilt } from "../../app/server/build.js";

const today = londonDay(new Date());
const quarter = lastPublishable("quarter", today);

let database: TestDatabase;
let site: ListeningServer;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  await fillPublished(db, today);
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
const timeOf = (slug: string) => open(`/neighbourhoods/${slug}/abstraction`);

describe("what residents read", () => {
  test("the sentence, the promise, what was lent and what it was before", async () => {
    const { status, words, headers } = await timeOf("alfreton");
    expect(status).toBe(200);
    expect(words).toContain(
      `From ${periodInWords("quarter", quarter)} your team spent just under 90 of every 100 duty hours on neighbourhood policing. The promise is at least 90.`,
    );
    expect(words).toContain("Of every 100 duty hours, 4 were spent in another neighbourhood.");
    expect(words).toMatch(/Restated on [^:]+: time was recorded late\. Before, it was 91\./);
    expect(words).toContain("10.1%, over target");
    expect(headers.get("Cache-Control")).toBe("private, max-age=60");
  });

  test("of few posts a range, and no exact figure anywhere in the page", async () => {
    const { text, words } = await timeOf("somercotes-and-riddings");
    expect(words).toContain("at least 90, but fewer than 95, of every 100 duty hours");
    // 38 of 400 hours.
    expect(words).not.toMatch(/9\.5|1,?200/);
    // What the page's script is given of a rate.
    expect(text).not.toContain("tenths");
    expect((await timeOf("alfreton")).text).toContain("tenths");
  });

  test("provisional where too few duties were accounted for", async () => {
    expect((await timeOf("glossop")).words).toContain("This is provisional");
  });

  test("the neighbourhood's own page says it in a line and leads on", async () => {
    const { text, words } = await open("/neighbourhoods/alfreton");
    expect(words).toContain("your team spent just under 90 of every 100 duty hours");
    expect(words).toContain("Before, it was 91.");
    expect(text).toContain('href="/neighbourhoods/alfreton/abstraction"');
    expect((await open("/neighbourhoods/glossop")).words).toContain("This is provisional");
    expect((await open("/neighbourhoods/somercotes-and-riddings")).words).toContain("only a range is given");
  });

  test("no neighbourhood of this name is not found", async () => {
    expect((await timeOf("atlantis")).status).toBe(404);
  });

  test("the force and its BCUs, the definition and its codes", async () => {
    const { status, words } = await open("/abstraction");
    expect(status).toBe(200);
    for (const said of [
      "of neighbourhood duty in the force went to other work",
      "Chesterfield",
      "(restated)",
      "time was recorded late",
      "Response minimum-staffing cover",
      "Nobody agreed this definition",
      "Version 1.",
    ])
      expect(words).toContain(said);
  });
});

const figure = z.object({
  from: z.string(),
  to: z.string(),
  definition: z.number(),
  publishedOn: z.string(),
  percent: z.number().nullable(),
  band: z.string().nullable(),
  isOverTarget: z.boolean().nullable(),
  isProvisional: z.boolean(),
  overTargetSince: z.string().nullable(),
  restatement: z.string().nullable(),
});
const hours = { dutyHours: z.number().nullable(), abstractedHours: z.number().nullable() };
const month = figure.extend({ ...hours, earlier: z.array(z.object({ percent: z.number(), ...hours })) });
const answer = z.object({
  force: z.array(month),
  bcus: z.array(z.object({ bcu: z.object({ code: z.string(), name: z.string() }), months: z.array(month) })),
  neighbourhoods: z.array(
    z.object({
      neighbourhood: z.object({ slug: z.string(), code: z.string(), name: z.string() }),
      quarters: z.array(
        figure
          .extend({
            spentOfHundred: z.string(),
            lentOfHundred: z.number().nullable(),
            earlier: z.array(z.object({ percent: z.number().nullable() }).loose()),
          })
          .strict(),
      ),
    }),
  ),
  definitions: z.array(
    z.object({ version: z.number(), codes: z.array(z.object({ code: z.string() }).loose()) }).loose(),
  ),
  licence: z.object({ url: z.url() }).loose(),
});
const ask = async (query = "") => answer.parse(JSON.parse((await open(`/api/v1/abstraction${query}`)).text));

describe("GET /api/v1/abstraction", () => {
  test("has the force, each BCU and each neighbourhood, and the definition", async () => {
    const { force, bcus, neighbourhoods, definitions } = await ask();
    expect(force.at(-1)?.from).toBe(addMonths(quarter, 2));
    expect(force[0]?.dutyHours).toBe(103 * 400);
    expect(bcus).toHaveLength(4);
    expect(neighbourhoods).toHaveLength(103);
    expect(definitions[0]?.codes).toHaveLength(25);
  });

  test("nothing that is not over for a month", async () => {
    const { force, neighbourhoods } = await ask();
    for (const { to } of [...force, ...neighbourhoods.flatMap(({ quarters }) => quarters)])
      expect(to < addMonths(`${today.slice(0, 7)}-01`, -1), to).toBe(true);
  });

  test("of neighbourhoods no hours, and of few posts a band alone", async () => {
    const { neighbourhoods } = await ask("?neighbourhood=somercotes-and-riddings");
    expect(neighbourhoods).toHaveLength(1);
    expect(neighbourhoods[0]?.quarters.at(-1)).toMatchObject({
      percent: null,
      band: "over 5% to 10%",
      lentOfHundred: null,
    });
  });

  test("a restated figure has the old one beside it, and since when it has been over", async () => {
    const { neighbourhoods } = await ask("?neighbourhood=alfreton");
    const last = neighbourhoods[0]?.quarters.at(-1);
    expect(last).toMatchObject({ percent: 10.1, isOverTarget: true, earlier: [{ percent: 9 }] });
    expect(last?.overTargetSince).toBe(last?.publishedOn);
    const { force } = await ask(`?scope=force&from=${quarter.slice(0, 7)}&to=${quarter.slice(0, 7)}`);
    const [of] = force;
    expect(of?.abstractedHours).toBeGreaterThan(0);
    expect(of?.earlier[0]).toMatchObject({ dutyHours: null, abstractedHours: null });
    expect(of?.restatement).toMatch(/: time was recorded late\.$/);
  });

  test("an unchanged answer is an empty 304, any site may read it, and it may be kept for five minutes", async () => {
    const first = await open("/api/v1/abstraction");
    expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(first.headers.get("Cache-Control")).toContain("public, max-age=300");
    const etag = first.headers.get("ETag") ?? "";
    const again = await open("/api/v1/abstraction", { "If-None-Match": etag });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test.each([
    ["?scope=team", 400],
    ["?from=2020-01&to=2026-01", 400],
    ["?neighbourhood=atlantis", 404],
  ])("%s is a problem", async (query, status) => {
    for (const address of ["/api/v1/abstraction", "/api/v1/abstraction.csv"]) {
      const asked = await open(`${address}${query}`);
      expect([asked.status, asked.headers.get("Content-Type")]).toEqual([status, "application/problem+json"]);
    }
  });
});

describe("GET /api/v1/abstraction.csv", () => {
  test("has the same figures, the old ones too, and says whose they are", async () => {
    const { text, headers } = await open("/api/v1/abstraction.csv?neighbourhood=alfreton");
    expect(headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const lines = text.trimEnd().split("\r\n");
    const columns = lines[0]?.split(",").length ?? 0;
    expect(lines.at(-1)).toContain("Open Government Licence v3.0");
    const rows = lines.slice(1, -1);
    expect(rows.filter((row) => row.includes(`"${quarter}"`)).map((row) => row.split(",")[8])).toEqual([
      '"10.1"',
      '"9"',
    ]);
    for (const row of rows) expect(row.match(/"(?:[^"]|"")*"/g)).toHaveLength(columns);
  });
});
