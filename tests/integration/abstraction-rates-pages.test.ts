import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { fillRates } from "./rate-figures.ts";

let force: PeopleTest;
let server: ListeningServer;
let sergeant: string;
let chief: string;
let oversight: string;

beforeAll(async () => {
  await ensureBuilt();
  force = await openPeopleTest();
  await fillRates(force);
  server = await listenForTest(force.db);
  const { db, id } = force;
  sergeant = (await signedInAs(db, "sergeant", { area: { kind: "team", id: id("T1") } })).cookie;
  chief = (await signedInAs(db, "chief-officer")).cookie;
  oversight = (await signedInAs(db, "oversight")).cookie;
});
afterAll(async () => {
  await server.close();
  await force.close();
});

const ask = (path: string, cookie: string) =>
  fetch(server.url + path, { headers: { cookie }, redirect: "manual" });
/** The words of a page as they are read, without what its script is given. */
async function read(path: string, cookie: string): Promise<string> {
  const response = await ask(path, cookie);
  expect(response.status, path).toBe(200);
  const html = (await response.text()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
  return html
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}
const rates = (area: string, month = "2026-10") => `/staff/abstractions/rates?area=${area}&month=${month}`;

describe("the dashboard", () => {
  test("says the month in a sentence, with what belongs beside it", async () => {
    const page = await read(rates("force"), chief);
    expect(page).toContain(
      "In October 2026 the force used 92.2% of duty hours for its neighbourhoods; 7.8% was abstraction: within the target of 10%.",
    );
    expect(page).toContain("78 hours, of which 78 hours were never authorised");
    expect(page).toContain("OFFICIAL-SENSITIVE");
    expect(page).toContain("D relief 40 hours 100.0%");
    expect(page).toContain("R1 and C1 make up 87.2% of it.");
    expect(page).toContain("Most is taken on Saturday from 21:00 to 22:00.");
  });

  test("shows the same figure of a team wherever it stands, and no mean of percentages", async () => {
    const [section, team, csv, report] = await Promise.all([
      read(rates("section:S1"), chief),
      read(rates("team:T1"), chief),
      ask("/staff/abstractions/rates.csv?area=section:S1&month=2026-10", chief).then((answer) =>
        answer.text(),
      ),
      read("/staff/abstractions/report?month=2026-10", chief),
    ]);
    for (const page of [section, team, report]) expect(page).toContain("20.0%, over target");
    expect(csv).toContain('"team","T1","T1","2026-10","1","with the definition of the month","20.0%","yes"');
    for (const page of [section, team, csv, report]) expect(page).not.toContain("27.5");
  });

  test("leads to a sergeant's own team, and to no other", async () => {
    expect(await read("/staff/abstractions/rates?month=2026-10", sergeant)).toContain(
      "Abstraction rates: T1",
    );
    expect(await read(rates("force"), sergeant)).toContain("7.8% was abstraction");
    const section = await read(rates("section:S1"), sergeant);
    expect(section).toContain("1 team is outside your area: the last row counts it.");
    expect(section).not.toContain("T2");
    for (const area of ["team:T2", "neighbourhood:n3", "team:nowhere", "post:1"])
      expect((await ask(rates(area), sergeant)).status, area).toBe(404);
  });

  test("shows a band and no hours below three posts, but to whoever reads officers’ own records", async () => {
    const team = await read(rates("team:T1"), oversight);
    expect(team).toContain("over 15% Not shown Not shown Not shown");
    expect(team).not.toContain("50.0%");
    const small = await read(rates("neighbourhood:n2"), oversight);
    expect(small).toContain("Fewer than three posts serve it, so no more is shown.");
    expect(small).not.toMatch(/50\.0%|40 hours|80 hours|D relief/);
    expect(await read(rates("neighbourhood:n2"), chief)).not.toContain("50.0%");
    // Whoever reads officers' own records there is told no more by the rate.
    expect(await read(rates("neighbourhood:n2"), sergeant)).toContain("50.0%, over target");
    const csv = await (
      await ask("/staff/abstractions/rates.csv?area=neighbourhood:n2&month=2026-10", oversight)
    ).text();
    expect(csv).toContain("not shown");
    expect(csv).not.toMatch(/50\.0|"2400"/);
  });

  test("says that a month has no figures, which is not nought", async () => {
    const page = await read(rates("force", "2026-08"), chief);
    expect(page).toContain("There are no figures for the force in August 2026");
    expect(page).toContain("That is not a rate of 0%.");
    expect(page).not.toContain("0.0%");
    expect(await read("/staff/abstractions/report?month=2026-08", chief)).toContain(
      "There are no figures for the force",
    );
    const line = await read(rates("section:S2", "2026-09"), chief);
    expect(line).toContain("There are no figures for S2 in September 2026");
  });

  test("says that a month is provisional", async () => {
    expect(await read(rates("team:T2", "2026-09"), chief)).toContain("This is provisional: 90.0% of duties");
  });

  test("names nobody", async () => {
    for (const path of [
      rates("force"),
      rates("team:T1"),
      rates("neighbourhood:n1"),
      "/staff/abstractions/report?month=2026-10",
    ])
      expect(await (await ask(path, chief)).text(), path).not.toMatch(/Archer|Bell|Cole|Dean|lead|pcso\b/);
  });
});

describe("the spreadsheet", () => {
  test("is marked, safe against formulas, and on record", async () => {
    await force.db.update(schema.placements).set({ teamName: "=cmd()" });
    const response = await ask("/staff/abstractions/rates.csv?area=team:T1&month=2026-10", chief);
    await force.db.execute("update placements p set team_name = t.code from teams t where t.id = p.team_id");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    const [marking, , first] = (await response.text()).split("\r\n");
    expect(marking).toMatch(/^"OFFICIAL-SENSITIVE\./);
    expect(first).toContain(`"'=cmd()"`);
    const recorded = await force.db.query.auditEvents.findFirst({
      where: (t, { eq }) => eq(t.action, "abstraction.export"),
      orderBy: (t, { desc }) => desc(t.number),
    });
    expect(recorded).toMatchObject({
      subjectKind: "team",
      subjectId: force.id("T1"),
      details: { month: "2026-10-01" },
    });
  });

  test("of another's team is not there", async () => {
    expect((await ask("/staff/abstractions/rates.csv?area=team:T2", sergeant)).status).toBe(404);
  });
});

test("the report has what a board asks for", async () => {
  await force.db.insert(schema.abstractionImprovements).values({
    teamId: force.id("T1"),
    state: "plan-live",
    openedAt: new Date("2026-10-05T00:00:00Z"),
    openedFor: "2026-09-01",
    judgedTo: "2026-10-01",
    rootCause: "D relief was short on 11 nights.",
    changedAt: new Date(),
  });
  const page = await read("/staff/abstractions/report?month=2026-10", chief);
  for (const words of [
    "Abstraction report, October 2026",
    "1 of 3 teams with a rate went over the target of 10%.",
    "D relief was short on 11 nights.",
    "nobody has agreed it yet",
    "No officer is named in it.",
  ])
    expect(page).toContain(words);
  // Another's team is no sergeant's to read of, here either.
  expect(await read("/staff/abstractions/report?month=2026-10", sergeant)).toContain(
    "1 of 1 team with a rate",
  );
});
