import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { listRosters } from "#db/queries/roster.ts";
import { abstractionEntries, auditEvents, duties, rosterRows, rosters } from "#db/schema/index.ts";
import { header, openRosterDesk, type RosterDesk } from "./roster-desk.ts";
import { now } from "./people-force.ts";

let desk: RosterDesk;
beforeAll(async () => {
  desk = await openRosterDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.clear());

const day = "01/06/2026,07:00,15:00,DUTY,";

describe("a roster", () => {
  test("comes into force whole, and its rows are accounted for in rows and hours", async () => {
    const { state, account } = await desk.loadRows(
      [
        `1042,${day}a1`,
        "pcso,01/06/2026,22:00,07:00,DUTY,a2",
        "pcso,02/06/2026,08:00,16:00,RD,a3",
        `nobody,${day}`,
      ],
      { stated: { rows: 4, minutes: 33 * 60 } },
    );
    expect(state).toBe("in-force");
    expect(account).toEqual({
      taken: { rows: 2, minutes: 17 * 60 },
      unchanged: { rows: 0, minutes: 0 },
      ignored: { rows: 1, minutes: 8 * 60 },
      refused: { rows: 1, minutes: 8 * 60 },
    });
    expect(await desk.duties()).toEqual([
      "pc 2026-06-01T06:00 2026-06-01T14:00 roster",
      "pcso 2026-06-01T21:00 2026-06-02T06:00 roster",
    ]);
    const [listed] = await listRosters(desk.db, 10);
    expect(listed).toMatchObject({ account, firstDay: "2026-06-01", lastDay: "2026-06-01", rowsRead: 4 });
  });

  test("loaded again changes nothing: its duties stay, with who confirmed them", async () => {
    const rows = [`pc,${day}`, `pcso,${day}`, "pc,01/06/2026,09:00,11:00,COURT,"];
    await desk.loadRows(rows);
    const confirmed = { confirmedAs: "nil", confirmedAt: now, isConfirmedInTime: true } as const;
    await desk.db.update(duties).set(confirmed);
    const before = [await desk.db.select().from(duties), await desk.db.select().from(abstractionEntries)];
    const { account } = await desk.loadRows(rows);
    expect(account.unchanged.rows).toBe(3);
    expect([await desk.db.select().from(duties), await desk.db.select().from(abstractionEntries)]).toEqual(
      before,
    );
  });

  test("replaces what an earlier one said of its posts and days, and nothing else", async () => {
    await desk.db.insert(duties).values([
      { postId: desk.id("post pc"), ...at("2026-06-03T06:00", "2026-06-03T14:00"), source: "manual" },
      { postId: desk.id("post second"), ...at("2026-06-01T06:00", "2026-06-01T14:00"), source: "roster" },
      { postId: desk.id("post pc"), ...at("2026-05-31T21:00", "2026-06-01T05:00"), source: "roster" },
    ]);
    await desk.loadRows([
      `pc,${day}`,
      "pc,02/06/2026,07:00,15:00,DUTY,",
      "pcso,04/06/2026,07:00,15:00,DUTY,",
    ]);
    const { id, account } = await desk.loadRows([
      "pc,01/06/2026,08:00,16:00,DUTY,",
      "pc,01/06/2026,05:30,06:30,DUTY,",
      "pc,03/06/2026,12:00,20:00,DUTY,",
      "pc,04/06/2026,07:00,15:00,DUTY,",
    ]);
    expect(await desk.duties()).toEqual([
      "pc 2026-05-31T21:00 2026-06-01T05:00 roster",
      "pc 2026-06-01T07:00 2026-06-01T15:00 roster",
      "pc 2026-06-03T06:00 2026-06-03T14:00 manual",
      "pc 2026-06-04T06:00 2026-06-04T14:00 roster",
      "pcso 2026-06-04T06:00 2026-06-04T14:00 roster",
      "second 2026-06-01T06:00 2026-06-01T14:00 roster",
    ]);
    expect(account).toMatchObject({ taken: { rows: 2 }, refused: { rows: 2 } });
    expect(await desk.refusals(id)).toEqual([
      "3: It overlaps a duty of another roster, which stays: 31 May 2026 22:00 to 06:00",
      "4: It overlaps a duty that was entered here, which stays: 3 June 2026 07:00 to 15:00",
    ]);
  });

  test("says so where it takes the place of a confirmed duty", async () => {
    await desk.loadRows([`pc,${day}`, `pcso,${day}`]);
    await desk.db.update(duties).set({ confirmedAs: "nil", confirmedAt: now });
    const { id, problem } = await desk.loadRows(["pc,01/06/2026,07:00,16:00,DUTY,", `pcso,${day}`]);
    expect(problem).toBe(
      "One duty that was confirmed is replaced or gone. What took its place is to be confirmed again.",
    );
    expect(await desk.db.select().from(rosterRows).where(eq(rosterRows.rosterId, id))).toMatchObject([
      {
        line: 2,
        state: "taken",
        reason: "It takes the place of a duty that was confirmed: it is to be confirmed again",
      },
      { line: 3, state: "unchanged" },
    ]);
    const [last] = (await desk.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id))).slice(-1);
    expect(last?.details).toMatchObject({ taken: 1, unchanged: 1, removed: 1, confirmedReplaced: 1 });
  });

  test("logs what its codes say, once, whatever was corrected here since", async () => {
    const rows = [`pc,${day}`, "pc,01/06/2026,09:00,11:00,COURT,", "pc,01/06/2026,12:00,15:00,SICK,"];
    const entry = { id: desk.id("entry"), version: 1, source: "log", enteredAt: now } as const;
    const sick = { postId: desk.id("post pc"), ...at("2026-06-01T11:00", "2026-06-01T14:00") };
    await desk.db.insert(abstractionEntries).values({ ...entry, ...sick, code: "U3" });
    expect((await desk.loadRows(rows)).account).toMatchObject({ taken: { rows: 2 }, unchanged: { rows: 1 } });
    const [court] = await desk.db.select().from(abstractionEntries).where(eq(abstractionEntries.code, "L1"));
    if (court === undefined) throw new Error("Nothing was logged.");
    expect(court).toMatchObject({
      source: "roster",
      version: 1,
      ...at("2026-06-01T08:00", "2026-06-01T10:00"),
    });
    // The sergeant says that it was shorter.
    await desk.db
      .update(abstractionEntries)
      .set({ isLatest: false })
      .where(eq(abstractionEntries.id, court.id));
    const shorter = {
      version: 2,
      source: "log",
      endsAt: new Date("2026-06-01T09:00Z"),
      changeReason: "Shorter",
    } as const;
    await desk.db.insert(abstractionEntries).values({ ...court, ...shorter, isLatest: true });
    expect((await desk.loadRows(rows)).account).toMatchObject({ taken: { rows: 0 }, unchanged: { rows: 3 } });
    expect(await desk.db.$count(abstractionEntries)).toBe(3);
    const { id } = await desk.loadRows([`pc,${day}`, "pc,01/06/2026,12:00,15:00,COURT,"]);
    expect(await desk.refusals(id)).toEqual(["3: The same time is logged here as U3: correct it there"]);
  });
});

const at = (from: string, to: string) => ({ startsAt: new Date(`${from}Z`), endsAt: new Date(`${to}Z`) });

describe("nothing comes into force", () => {
  test("where rows or hours are not those that were stated, by whoever sends it or in the last line", async () => {
    const { state, problem } = await desk.loadRows([`pc,${day}`], { stated: { rows: 2, minutes: 500 } });
    expect([state, problem]).toEqual([
      "refused",
      "2 rows were stated, and 1 were read. 8 hours 20 minutes were stated, and 8 hours were read.",
    ]);
    await desk.keepMapping("trailer", { trailer: "TOTAL" });
    const total = (line: string) => desk.loadRows([`pc,${day}`, line], { mapping: "trailer" });
    expect(await total("TOTAL,1,9.00")).toMatchObject({ state: "refused" });
    expect(await desk.duties()).toEqual([]);
    expect(await total("TOTAL,1,8.00")).toMatchObject({ state: "in-force" });
    await expect(desk.loadRows([`pc,${day}`], { mapping: "trailer" })).rejects.toThrow("is the file whole?");
    expect(await desk.db.select({ state: rosters.state }).from(rosters)).toHaveLength(3);
  });

  test("where most of it is refused, or there is no such mapping or column", async () => {
    expect(await desk.loadRows([`pc,${day}`, `a,${day}`, `b,${day}`])).toMatchObject({ state: "refused" });
    expect(await desk.loadRows([`a,${day}`])).toMatchObject({ problem: "No row of it can be taken." });
    await expect(desk.loadRows([`pc,${day}`], { mapping: "none" })).rejects.toThrow(ImportRefused);
    const path = await desk.files.write("other.csv", "Post,Day\npc,01/06/2026");
    await expect(desk.load(path)).rejects.toThrow("not the one that the mapping was made for");
    expect(await desk.duties()).toEqual([]);
  });
});

describe("a file", () => {
  test.each([
    ["UTF-8", Buffer.from(`${header}\npc,${day}Ä`)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${header}\r\npc,${day}Ä`)],
    ["Windows-1252", Buffer.from(`${header}\npc,${day}Ä`, "latin1")],
    ["with semicolons", Buffer.from(`${header}\npc,${day}Ä`.replaceAll(",", ";"))],
    ["with tabs", Buffer.from(`${header}\npc,${day}Ä`.replaceAll(",", "\t"))],
    ["with quotes", Buffer.from(`${header}\n"pc",${day.replace("DUTY", '"DUTY"')}"Ä"`)],
  ])("is read: %s", async (_, bytes) => {
    await desk.load(await desk.files.write("roster.csv", bytes));
    const [duty] = await desk.db.select().from(duties);
    expect(duty?.sourceReference).toBe("Ä");
  });

  test("has formulas that are text, and never more", async () => {
    const { id } = await desk.loadRows([
      `pc,${day}=1+1`,
      `=cmd|'/C-calc'!A0,${day}`,
      "pc,02/06/2026,+07:00,15:00,DUTY,",
      `pcso,${day.replace("DUTY", "@SUM(A1)")}`,
      "pcso,03/06/2026,07:00,15:00,DUTY,",
      "pcso,04/06/2026,07:00,15:00,DUTY,",
    ]);
    expect(await desk.refusals(id)).toEqual([
      "3: “=cmd|'/C-calc'!A0” is no post that this platform or the mapping knows",
      "4: “+07:00” is no time such as 07:00, in whole minutes",
      "5: The mapping does not know the code “@SUM(A1)”",
    ]);
  });
});

test("an import that was killed leaves nothing, and the next one clears it away", async () => {
  const leftover = {
    mappingName: "test",
    source: "x.csv",
    sourceSum: "",
    state: "staging",
    startedAt: now,
  } as const;
  const [killed] = await desk.db.insert(rosters).values(leftover).returning();
  const rosterId = killed?.id ?? "";
  await desk.db.insert(rosterRows).values({ rosterId, line: 2, state: "taken" });
  expect(await desk.loadRows([`pc,${day}`])).toMatchObject({ state: "in-force" });
  expect(await desk.db.select().from(rosters).where(eq(rosters.id, rosterId))).toMatchObject([
    { state: "stopped" },
  ]);
  expect(await desk.db.$count(rosterRows, eq(rosterRows.rosterId, rosterId))).toBe(0);
});

test("an import stops when it is told to, and nothing of it is seen", async () => {
  const stop = new AbortController();
  const job = desk.jobOf({
    signal: stop.signal,
    progress: ({ stage }) => {
      if (stage === "Staging") stop.abort();
    },
  });
  const path = await desk.files.write("roster.csv", [header, `pc,${day}`].join("\n"));
  await expect(desk.load(path, {}, job)).rejects.toThrow("aborted");
  expect(await desk.duties()).toEqual([]);
  expect(await desk.db.select().from(rosters)).toMatchObject([{ state: "stopped" }]);
});
