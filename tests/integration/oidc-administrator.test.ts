import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { visitor } from "#app/domain/actor.ts";
import { peopleCommands } from "#app/cli/people.ts";
import { makeAdministrator } from "#app/services/identity/make-administrator.server.ts";
import { signInStaff } from "#app/services/identity/sign-in-staff.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const issuer = "https://login.force.example/tenant/v2.0";
const now = new Date("2026-11-24T09:00:00Z");

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
// Identities, appointments and sessions go with them.
afterEach(() => database.db.delete(accounts));

const deps = () => ({ db: database.db, now });
const make = (subject: string, more: { name?: string; another?: boolean } = {}) =>
  makeAdministrator(deps(), { issuer, subject, another: false, ...more });
const signIn = async (subject: string) => {
  const identity = { issuer, subject, name: "As The Provider Says", email: null, authenticatedAt: now };
  const entered = await signInStaff(deps(), { identity, device: "Firefox on Linux", before: visitor() });
  if (!entered.ok) expect.fail("refused");
  return { ...entered, who: await readSession(database.db, now, entered.reference, null) };
};
const close = (id: string | null) =>
  database.db
    .update(accounts)
    .set({ status: "closed" })
    .where(eq(accounts.id, id ?? ""));

describe("making an administrator", () => {
  test("before their first sign-in: they then come in as one", async () => {
    await make("first", { name: "Ada First" });
    const { isWaiting, who } = await signIn("first");
    expect(isWaiting).toBe(false);
    expect(who.actor.roles).toEqual([{ role: "administrator", area: "force", agencyId: null }]);
    expect(who.signedIn).toMatchObject({ name: "As The Provider Says", isFresh: true });
    const [appointment] = await database.db.select().from(appointments);
    expect(appointment).toMatchObject({ startsOn: "2026-11-24", endsOn: null, appointedBy: null });
  });

  test("after it: the waiting account becomes active, and the session that is open has the role at once", async () => {
    const { isWaiting, reference, who } = await signIn("first");
    expect(isWaiting).toBe(true);
    expect(who.actor.roles).toEqual([]);
    await make("first");
    const after = await readSession(database.db, now, reference, null);
    expect(after.actor.roles.map(({ role }) => role)).toEqual(["administrator"]);
    expect(after.signedIn).toMatchObject({ isWaiting: false, name: "As The Provider Says" });
  });

  test("is recorded with opaque ids only", async () => {
    await make("first", { name: "Ada First" });
    const [row] = await database.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, "account.make-administrator"))
      .orderBy(desc(auditEvents.number))
      .limit(1);
    expect(row).toMatchObject({
      actorKind: "system",
      subjectKind: "account",
      reason: "command-line",
      details: { isNewAccount: true, isFirst: true },
    });
    expect(JSON.stringify(row)).not.toMatch(/Ada|force\.example/);
  });

  test("is done once: a second needs --another", async () => {
    await make("first");
    await expect(make("second")).rejects.toThrow("There is an administrator already");
    expect(await database.db.$count(accounts)).toBe(1);
    await make("second", { another: true });
    expect((await signIn("second")).who.actor.roles).toHaveLength(1);
  });

  test("of one who is an administrator already is refused, even with --another", async () => {
    await make("first");
    await expect(make("first", { another: true })).rejects.toThrow("is an administrator already");
    expect(await database.db.$count(appointments)).toBe(1);
  });

  test("of a closed account is refused; and a closed administrator is none", async () => {
    await make("first");
    await close((await signIn("first")).who.actor.accountId);
    await expect(make("first")).rejects.toThrow("This account was closed");
    await make("second");
    expect((await signIn("second")).who.actor.roles).toHaveLength(1);
  });

  test("at the same moment makes one of five", async () => {
    const tries = await Promise.allSettled(["a", "b", "c", "d", "e"].map((subject) => make(subject)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.$count(appointments)).toBe(1);
  });
});

test("twenty first sign-ins of one person at once make one account", async () => {
  const entered = await Promise.all(Array.from({ length: 20 }, () => signIn("first")));
  expect(new Set(entered.map(({ who }) => who.actor.accountId)).size).toBe(1);
  expect(new Set(entered.map(({ reference }) => reference)).size).toBe(20);
  expect(await database.db.$count(accounts)).toBe(1);
});

describe("npm run data -- people make-administrator", () => {
  const [command] = peopleCommands;

  test("says what it did", async () => {
    const job = testJob(database.db);
    await command.run(job, { issuer, subject: "first", name: "Ada First" });
    expect(job.said).toEqual(["This person is an administrator of the force from today."]);
  });

  test.each([
    { issuer: "login.force.example", subject: "first" },
    { issuer, subject: " " },
    { issuer, subject: "first", name: "" },
  ])("refuses %j before it touches anything", (input) => {
    expect(command.input.safeParse(input).success).toBe(false);
  });
});
