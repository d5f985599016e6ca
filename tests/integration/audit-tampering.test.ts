import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { emptyAuditRecord } from "#db/queries/backup.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { anchorNow, asDatabaseOwner, findings, rebuildFrom, recordRows } from "./audit-record.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.transaction(emptyAuditRecord);
  await recordRows(database.db, 12);
});

const swapped = (a: number, b: number) => [
  sql`update audit_events set number = -1 where number = ${a}`,
  sql`update audit_events set number = ${a} where number = ${b}`,
  sql`update audit_events set number = ${b} where number = -1`,
];

describe("a record that nobody touched", () => {
  it("is as it was written", async () => {
    expect(await verifyAudit(testJob(database.db), [await anchorNow(database.db)])).toMatchObject({
      rows: 12,
      anchors: 1,
      findings: [],
    });
  });

  it("is that also when empty", async () => {
    await database.db.transaction(emptyAuditRecord);
    expect(await findings(database.db)).toEqual([]);
  });

  it("refuses change, deletion and truncation while its guards are on", async () => {
    for (const statement of [
      sql`update audit_events set action = 'x.y' where number = 3`,
      sql`delete from audit_events where number = 3`,
      sql`truncate audit_events`,
    ]) {
      await expect(database.db.execute(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});

describe("what the owner of the tables can do without a trace in the database is found", () => {
  const attacks: [string, SQL[], string[]][] = [
    ["an edit", [sql`update audit_events set reason = 'other' where number = 5`], ["row 5: was edited"]],
    [
      "an edit of the details",
      [sql`update audit_events set details = details || '{"row": 99}' where number = 5`],
      ["row 5: was edited"],
    ],
    [
      "an edit of the time by a millisecond",
      [sql`update audit_events set at = at + interval '1 millisecond' where number = 5`],
      ["row 5: was edited"],
    ],
    [
      "an edit whose own hash was made anew",
      [
        sql`update audit_events set reason = 'other' where number = 5`,
        sql`update audit_events e set hash = audit_hash(e) where number = 5`,
      ],
      ["row 6: does not follow from row 5: one of the two was written again"],
    ],
    [
      "one row deleted",
      [sql`delete from audit_events where number = 5`],
      ["row 5: deleted: later rows are there"],
    ],
    [
      "the first rows deleted",
      [sql`delete from audit_events where number <= 3`],
      ["rows 1 to 3: deleted: later rows are there"],
    ],
    [
      "the first rows deleted behind a seal nobody made",
      [
        sql`insert into audit_seals (number, hash, sealed_at, digest)
            select number, hash, now(), repeat('0', 64) from audit_events where number = 3`,
        sql`delete from audit_events where number <= 3`,
      ],
      ["row 3: is said to be the last that left as a sealed file, and the record holds no entry of that"],
    ],
    [
      "two rows in each other's place",
      swapped(4, 9),
      [
        "row 4: was put here from row 9: the order was changed",
        "row 9: was put here from row 4: the order was changed",
      ],
    ],
    [
      "a row put in front",
      [
        sql`insert into audit_events select (jsonb_populate_record(e, '{"number": 0}')).* from audit_events e where number = 5`,
      ],
      ["row 0: stands before the beginning of the record"],
    ],
  ];
  it.each(attacks)("%s", async (_, statements, expected) => {
    const anchor = await anchorNow(database.db);
    await asDatabaseOwner(database.db, ...statements);
    expect(await findings(database.db, [anchor])).toEqual(expected);
    // A finding is not undone by going on.
    await recordRows(database.db, 2);
    expect(await findings(database.db, [anchor])).toEqual(expected);
  });

  it("the end cut off, by the anchors", async () => {
    const anchor = await anchorNow(database.db);
    await asDatabaseOwner(database.db, sql`delete from audit_events where number > 8`);
    expect(await findings(database.db)).toEqual([]);
    expect(await findings(database.db, [anchor])).toEqual([
      "rows 9 to 12: cut off: they were anchored, and the record ends before them",
    ]);
    // And when later acts took their numbers.
    await recordRows(database.db, 6);
    expect(await findings(database.db, [anchor])).toEqual([
      `row 12: is not the row that was anchored at ${anchor.at}: the record was made anew`,
    ]);
  });

  it("all of it gone, by the anchors", async () => {
    const anchor = await anchorNow(database.db);
    await asDatabaseOwner(database.db, sql`truncate audit_events`);
    expect(await findings(database.db, [anchor])).toEqual([
      "rows 1 to 12: cut off: they were anchored, and the record ends before them",
    ]);
  });

  it("a record made anew from an edited row on, by the anchors", async () => {
    const [early] = [await anchorNow(database.db)];
    await recordRows(database.db, 5);
    const late = await anchorNow(database.db);
    await asDatabaseOwner(
      database.db,
      sql`update audit_events set actor_id = gen_random_uuid() where number = 15`,
      rebuildFrom(15),
    );
    expect(await findings(database.db)).toEqual([]);
    expect(await findings(database.db, [early, late])).toEqual([
      `row 17: is not the row that was anchored at ${late.at}: the record was made anew`,
    ]);
  });

  it("a deletion behind which the rest was numbered and chained anew, by the anchors", async () => {
    const anchor = await anchorNow(database.db);
    await asDatabaseOwner(
      database.db,
      sql`delete from audit_events where number = 5`,
      sql`update audit_events set number = -number where number > 5`,
      sql`update audit_events set number = -number - 1 where number < 0`,
      rebuildFrom(5),
    );
    expect(await findings(database.db)).toEqual([]);
    expect(await findings(database.db, [anchor])).toEqual([
      "row 12: cut off: they were anchored, and the record ends before them",
    ]);
  });

  it("a deletion behind which the rest was only numbered anew", async () => {
    await asDatabaseOwner(
      database.db,
      sql`delete from audit_events where number = 10`,
      sql`update audit_events set number = -number where number > 10`,
      sql`update audit_events set number = -number - 1 where number < 0`,
    );
    expect(await findings(database.db)).toEqual([
      "row 10: was put here from row 11: the order was changed",
      "row 11: was put here from row 12: the order was changed",
    ]);
  });

  it("an edit under a hash function replaced to agree with it", async () => {
    await asDatabaseOwner(
      database.db,
      sql`update audit_events set reason = 'other' where number = 5`,
      sql`alter function audit_hash(audit_events) rename to audit_hash_kept`,
      sql`create function audit_hash(event audit_events) returns text language sql immutable as $$ select event.hash $$`,
    );
    expect(await findings(database.db)).toEqual(["row 5: was edited"]);
    await asDatabaseOwner(
      database.db,
      sql`drop function audit_hash(audit_events)`,
      sql`alter function audit_hash_kept(audit_events) rename to audit_hash`,
    );
  });

  it.each(["audit_chain", "audit_refuse_change", "audit_refuse_truncate"])(
    "the trigger %s left off",
    async (trigger) => {
      await database.db.execute(sql`alter table audit_events disable trigger ${sql.identifier(trigger)}`);
      expect(await findings(database.db)).toEqual([
        `: The database does not keep the record append-only: the trigger ${trigger} is off or gone`,
      ]);
      await database.db.execute(sql`alter table audit_events enable trigger user`);
      expect(await findings(database.db)).toEqual([]);
    },
  );
});
