import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { stopMail } from "#app/services/mail/stop-mail.server.ts";
import { allowMail } from "#app/services/resident/allow-mail.server.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";
import { exportHeldData } from "#app/services/resident/export-held-data.server.ts";
import { heldData } from "#app/services/resident/held-data.server.ts";
import { removeConnection } from "#app/services/resident/remove-connection.server.ts";
import { updateResident } from "#app/services/resident/update-resident.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { findResident, listEnteredResidents, stopsOf } from "#db/queries/resident.ts";
import { rowsOf } from "#db/queries/rows.ts";
import { accounts, auditEvents, messages, neighbourhoods, residents } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { after, codeDesk, minute, noon } from "./code-desk.ts";

let database: TestDatabase;
let deps: { db: TestDatabase["db"]; now: Date; keys: typeof keys };
let desk: ReturnType<typeof codeDesk>;
const places: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  deps = { db: database.db, now: noon, keys };
  desk = codeDesk(database.db);
  const rows = Array.from({ length: 8 }, (_, at) => ({ code: `N${at}`, slug: `n${at}`, createdAt: noon }));
  const made = await database.db.insert(neighbourhoods).values(rows).returning({ id: neighbourhoods.id });
  places.push(...made.map(({ id }) => id));
});
afterAll(() => database.close());
const place = (at: number) => places[at] ?? "";

let people = 0;
/** A resident who signed in by a code. */
async function newResident() {
  const email = `resident-${(people += 1)}@example.org`;
  const browser = await desk.ask(email);
  const [code = ""] = await desk.mailed(email);
  const signedIn = await desk.enter({ email, browser, code });
  if (signedIn.kind !== "signed-in") throw new Error("A good code was refused.");
  const { reference } = signedIn;
  const { actor } = await readSession(database.db, noon, reference, "a-request");
  return { email, emailKey: emailKeyOf(keys, email), reference, actor, id: actor.accountId ?? "" };
}
const said = (actor: Actor) => withActor(database.db, actor, (tx) => findResident(tx, actor.accountId ?? ""));
const actionsOf = async (id: string) =>
  (await desk.record()).filter(({ actorId }) => actorId === id).map(({ action }) => action);

describe("what a resident says of themselves", () => {
  test("is kept, changed and taken back, each with a row in the record", async () => {
    const { actor, id } = await newResident();
    expect(await said(actor)).toEqual({ ageBand: null, connections: [] });
    const live = { neighbourhoodId: place(0), kind: "live" } as const;
    expect(await updateResident(deps, actor, { ageBand: "16-17", connection: live })).toEqual({ ok: true });
    await updateResident(deps, actor, { ageBand: null, connection: { ...live, kind: "work" } });
    expect(await said(actor)).toEqual({
      ageBand: "16-17",
      connections: [{ neighbourhoodId: place(0), kind: "work" }],
    });
    await updateResident(deps, actor, { ageBand: null, connection: null });
    expect(await removeConnection(deps, actor, place(0))).toBe(true);
    expect(await removeConnection(deps, actor, place(0))).toBe(false);
    expect(await actionsOf(id)).toEqual([
      "session.start",
      "resident.update",
      "resident.update",
      "resident.update",
    ]);
  });

  test("is seen by no other resident", async () => {
    const [mine, other] = [await newResident(), await newResident()];
    await updateResident(deps, mine.actor, { ageBand: "18+", connection: null });
    const seen = await withActor(database.db, other.actor, (tx) => findResident(tx, mine.id));
    expect(seen.ageBand).toBeNull();
  });

  test("has six neighbourhoods at most, asked for at the same moment too", async () => {
    const { actor } = await newResident();
    const add = (at: number) =>
      updateResident(deps, actor, {
        ageBand: null,
        connection: { neighbourhoodId: place(at), kind: "visit" },
      });
    const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(add));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
    const { connections } = await said(actor);
    expect(connections).toHaveLength(6);
    const known = connections[0]?.neighbourhoodId ?? "";
    const changed = { neighbourhoodId: known, kind: "live" } as const;
    expect(await updateResident(deps, actor, { ageBand: null, connection: changed })).toEqual({ ok: true });
  });
});

test("messages are stopped and allowed again", async () => {
  const { actor, emailKey } = await newResident();
  await stopMail(deps, actor, { emailKey, purpose: "team-news" });
  expect(await stopsOf(database.db, emailKey)).toEqual(["team-news"]);
  expect(await allowMail(deps, actor, "concern-update")).toBe(false);
  expect(await allowMail(deps, actor, "team-news")).toBe(true);
  expect(await stopsOf(database.db, emailKey)).toEqual([]);
});

describe("what is held about a person", () => {
  // Tables that name an account in another part of what they are: who did something, or for whom it was done.
  const columns = ["account_id", "email_key", "actor_id", "deputy_id"];

  test("is read and erased in every table that names one", async () => {
    const found = rowsOf<{ table_name: string }>(
      await database.db.execute(sql`
        select distinct table_name::text as table_name from information_schema.columns
        where table_schema = 'public' and column_name in (${sql.join(
          columns.map((name) => sql`${name}`),
          sql`, `,
        )})`),
    ).map(({ table_name }) => table_name);
    expect(found.length).toBeGreaterThan(10);
    const covered = new Set(heldData.flatMap(({ tables }) => tables));
    expect(found.filter((table) => !covered.has(table))).toEqual([]);
  });

  test("is all in the file, without what opens anything", async () => {
    const { email, emailKey, reference, actor, id } = await newResident();
    await updateResident(deps, actor, {
      ageBand: "18+",
      connection: { neighbourhoodId: place(1), kind: "live" },
    });
    await stopMail(deps, actor, { emailKey, purpose: "all" });
    await notice(id, email);
    const other = await newResident();
    const held = await exportHeldData(deps, actor);
    expect(held).toMatchObject({
      account: { number: id, kind: "resident", email },
      aboutYou: [{ ageBand: "18+", enteredBy: null }],
      neighbourhoods: [{ neighbourhood: "n1", connection: "live" }],
      sessions: [{ method: "email-code", browser: "Firefox on Linux" }],
      codes: [{ purpose: "sign-in", email, tries: 1 }],
      stoppedMessages: [{ purpose: "all" }],
    });
    expect(held?.["messages"]).toHaveLength(2);
    const file = JSON.stringify(held);
    const [code = ""] = await desk.mailed(email);
    for (const secret of [reference, code, emailKey, other.email, other.id, "Hash"])
      expect(file).not.toContain(secret);
    expect((await actionsOf(id)).at(-1)).toBe("resident.export");
  });

  test("is nothing for a visitor", async () => {
    const visitor: Actor = { kind: "visitor", accountId: null, sessionId: null, requestId: null, roles: [] };
    expect(await exportHeldData(deps, visitor)).toBeNull();
  });
});

const notice = (accountId: string, recipient: string) =>
  withActor(
    database.db,
    { kind: "system", accountId: null, sessionId: null, requestId: null, roles: [] },
    (tx) =>
      queueMail(tx, noon, {
        purpose: "account-notice",
        accountId,
        recipient,
        subject: "A notice",
        body: "Words.",
      }),
  );

describe("erasing", () => {
  test("leaves a closed, empty account and nothing else that says who it was", async () => {
    const { email, emailKey, reference, actor, id } = await newResident();
    const other = await newResident();
    await updateResident(deps, actor, {
      ageBand: "18+",
      connection: { neighbourhoodId: place(2), kind: "live" },
    });
    await stopMail(deps, actor, { emailKey, purpose: "all" });
    await notice(id, email);
    await notice(other.id, other.email);
    expect(await eraseResident(deps, actor, "asked")).toBe(true);

    const [account] = await database.db.select().from(accounts).where(eq(accounts.id, id));
    expect(account).toMatchObject({
      status: "closed",
      closedAt: noon,
      email: null,
      emailKey: null,
      name: null,
    });
    expect((await readSession(database.db, noon, reference, null)).signedIn).toBeNull();
    expect(await whereStands(id)).toEqual(["accounts", "audit_events"]);
    for (const trace of [email, emailKey])
      expect(await whereStands(trace)).toEqual(standing(trace === emailKey));
    // The code that was sent first, and the notice.
    const states = await database.db
      .select({ status: messages.status })
      .from(messages)
      .where(sql`recipient is null`);
    expect(states).toEqual([{ status: "dropped" }, { status: "dropped" }]);
    expect(await whereStands(other.email)).toEqual(["accounts", "email_codes", "messages"]);
    expect(await said(other.actor)).toBeDefined();
  });

  test("is recorded by number only, once", async () => {
    const { actor, id } = await newResident();
    expect(await eraseResident(deps, actor, "under-13")).toBe(true);
    expect(await eraseResident(deps, actor, "asked")).toBe(false);
    const [row] = (await desk.record()).filter(
      ({ action, subjectId }) => action === "resident.erase" && subjectId === id,
    );
    expect(row).toMatchObject({ actorId: id, reason: "under-13", details: {} });
  });

  test("is for residents only", async () => {
    const { actor, id } = await newResident();
    await database.db.update(accounts).set({ kind: "staff" }).where(eq(accounts.id, id));
    expect(await eraseResident(deps, { ...actor, kind: "staff" }, "asked")).toBe(false);
  });

  test("lets the same address begin anew", async () => {
    const first = await newResident();
    await eraseResident(deps, first.actor, "asked");
    const browser = await desk.ask(first.email, {}, after(minute));
    const [code = ""] = await desk.mailed(first.email);
    const entered = { email: first.email, browser, code };
    expect(await desk.enter(entered, after(minute))).toMatchObject({ kind: "signed-in", isNew: true });
  });

  // How often a code was asked for is counted for a day, by the address's key.
  const standing = (isKey: boolean) => (isKey ? ["allowances"] : []);
});

/** The tables in which a text stands anywhere, in order. */
async function whereStands(text: string): Promise<string[]> {
  const tables = rowsOf<{ name: string }>(
    await database.db.execute(
      sql`select table_name::text as name from information_schema.tables where table_schema = 'public' order by 1`,
    ),
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const hits = rowsOf<{ hits: number }>(
      await database.db.execute(
        sql`select count(*)::int as hits from ${sql.identifier(name)} t where strpos(t::text, ${text}) > 0`,
      ),
    );
    if ((hits[0]?.hits ?? 0) > 0) found.push(name);
  }
  return found;
}

describe("residents whom staff enter", () => {
  const constable = (neighbourhoodIds: readonly string[]): Actor => ({
    kind: "staff",
    accountId: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5aff",
    sessionId: null,
    requestId: null,
    roles: [{ role: "constable", area: { neighbourhoodIds }, agencyId: null }],
  });
  const listOf = (actor: Actor) => {
    const scope = scopeOf(actor, "resident:assist");
    if (scope === null) throw new Error("They may not.");
    return withActor(database.db, actor, (tx) => listEnteredResidents(tx, scope, null, 50));
  };
  const who = (at: number) => ({ neighbourhoodId: place(at), connection: "live", ageBand: "18+" }) as const;

  test("have a reference and no name or address, and stand in the list of their neighbourhood", async () => {
    const [a, b] = [constable([place(3)]), constable([place(4)])];
    const entered = await enterResident(deps, a, who(3));
    if (!entered.ok) throw new Error(entered.message);
    expect(entered.reference).toMatch(/^R-[2-9A-Z]{4}$/);
    const [listed] = await listOf(a);
    expect(listed).toMatchObject({ reference: entered.reference, neighbourhoodId: place(3), ageBand: "18+" });
    expect(await listOf(b)).toEqual([]);
    const [account] = await database.db
      .select()
      .from(accounts)
      .where(eq(accounts.id, listed?.accountId ?? ""));
    expect(account).toMatchObject({ kind: "resident", name: null, email: null, emailKey: null });
    const rows = await database.db.select().from(auditEvents).where(eq(auditEvents.action, "resident.enter"));
    expect(rows).toMatchObject([{ subjectId: account?.id, neighbourhoodId: place(3), details: {} }]);
  });

  test("cannot be entered for a neighbourhood of somebody else's", async () => {
    const before = (await database.db.select().from(residents)).length;
    expect(await enterResident(deps, constable([place(3)]), who(4))).toMatchObject({ ok: false });
    expect((await database.db.select().from(residents)).length).toBe(before);
  });

  test("stand in pages, each once", async () => {
    const sergeant = constable([place(5)]);
    for (let at = 0; at < 5; at += 1)
      await enterResident({ ...deps, now: after(Math.floor(at / 2) * minute) }, sergeant, who(5));
    const scope = scopeOf(sergeant, "resident:assist");
    if (scope === null) throw new Error("They may not.");
    const seen: string[] = [];
    let page = await withActor(database.db, sergeant, (tx) => listEnteredResidents(tx, scope, null, 2));
    for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
      seen.push(...page.map(({ accountId }) => accountId));
      const place = last;
      page = await withActor(database.db, sergeant, (tx) => listEnteredResidents(tx, scope, place, 2));
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });
});
