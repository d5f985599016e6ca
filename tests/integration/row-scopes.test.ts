import { count } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { platform, visitor, type Actor, type Area } from "#app/domain/actor.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { absences, accounts, appointments, auditEvents } from "#db/schema/index.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { signedInAs } from "#tests/support/people.ts";

const north = "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01";
const south = "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a02";
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const neighbourhoodId of [north, north, south, null]) {
    await withActor(database.db, platform(), (tx) =>
      recordAudit(tx, platform(), new Date(), {
        action: "account.link",
        subjectKind: "account",
        subjectId: null,
        neighbourhoodId,
      }),
    );
  }
});
afterAll(() => database.close());

const holder = (role: Role, area: Area, accountId = north): Actor => ({
  kind: "staff",
  accountId,
  sessionId: null,
  requestId: null,
  roles: [{ role, area, agencyId: null }],
});

describe("the database itself, asked without any condition, shows of the audit record", () => {
  test.each([
    ["to a sergeant their own neighbourhood", holder("sergeant", { neighbourhoodIds: [north] }), 2],
    ["to an inspector of two, both", holder("inspector", { neighbourhoodIds: [north, south] }), 3],
    ["to a role for no neighbourhood, nothing", holder("sergeant", { neighbourhoodIds: [] }), 0],
    ["to an administrator, all", holder("administrator", "force"), 4],
    ["to a constable, nothing", holder("constable", "force"), 0],
    ["to a visitor, nothing", visitor(), 0],
  ] as const)("%s", async (_, actor, expected) => {
    const rows = await withActor(database.db, actor, (tx) =>
      tx.select({ at: auditEvents.at }).from(auditEvents),
    );
    expect(rows).toHaveLength(expected);
  });
});

test("a partner sees neither the roles nor the absences nor the accounts of others", async () => {
  const { db } = database;
  const [one, other] = [await signedInAs(db, "partner"), await signedInAs(db, "partner")];
  await withActor(db, platform(), (tx) =>
    tx
      .insert(absences)
      .values({ accountId: other.account.id, startsOn: "2026-01-01", createdAt: new Date() }),
  );
  const member: Actor = { ...holder("partner", "force", one.account.id), kind: "member" };
  const counted = await withActor(db, member, async (tx) => ({
    accounts: await tx.select({ found: count() }).from(accounts),
    appointments: await tx.select({ found: count() }).from(appointments),
    absences: await tx.select({ found: count() }).from(absences),
  }));
  expect(counted).toEqual({
    accounts: [{ found: 1 }],
    appointments: [{ found: 1 }],
    absences: [{ found: 0 }],
  });
});

test("what goes on after the platform failed inside is the actor's again", async () => {
  const actor = holder("sergeant", { neighbourhoodIds: [north] });
  const rows = await withActor(database.db, actor, async (tx) => {
    await expect(asPlatform(tx, () => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    return tx.select({ at: auditEvents.at }).from(auditEvents);
  });
  expect(rows).toHaveLength(2);
});
