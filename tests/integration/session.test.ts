import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccountKind } from "#app/domain/account/account.ts";
import { can, platform, visitor } from "#app/domain/actor.ts";
import type { SignInMethod } from "#app/domain/session/session.ts";
import { proveAgain } from "#app/services/code/prove-again.server.ts";
import { endOtherSessions } from "#app/services/session/end-other-sessions.server.ts";
import { endSession } from "#app/services/session/end-session.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { insertAccount, updateAccount } from "#db/queries/account.ts";
import { appointments, auditEvents, sessions } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { after, codeDesk, minute, noon, otherThan } from "./code-desk.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const asPlatform = <Value>(work: Parameters<typeof withActor<Value>>[2]) =>
  withActor(database.db, platform(), work);
const who = (reference: string, now = noon) => readSession(database.db, now, reference, "a-request");

const newAccount = (kind: AccountKind, email: string | null = null) =>
  asPlatform((tx) => insertAccount(tx, { kind, status: "active", email, createdAt: noon }));
const start = (
  account: { id: string; kind: AccountKind },
  method: SignInMethod,
  now = noon,
  before = visitor(),
) => asPlatform((tx) => startSession(tx, now, { account, method, device: "Firefox on Linux", before }));

describe("a session", () => {
  test.each([
    ["resident", "email-code", 30, 30],
    ["member", "passkey", 20, 480],
    ["staff", "oidc", 30, 720],
  ] as const)(
    "of %s by %s ends after %i minutes without use, and after %i at most",
    async (kind, method, idle, most) => {
      const account = await newAccount(kind);
      const left = await start(account, method);
      expect((await who(left, after(idle * minute - 1))).signedIn).toMatchObject({ accountId: account.id });
      const idled = await start(account, method);
      expect((await who(idled, after(idle * minute + 1))).signedIn).toBeNull();

      const used = await start(account, method);
      const step = (idle - 1) * minute;
      for (let at = step; at < most * minute; at += step)
        expect((await who(used, after(at))).signedIn, `after ${at / minute} minutes`).not.toBeNull();
      expect((await who(used, after(most * minute - 1))).signedIn).not.toBeNull();
      expect((await who(used, after(most * minute))).signedIn).toBeNull();
    },
  );

  test("is kept as a hash", async () => {
    const reference = await start(await newAccount("resident"), "email-code");
    expect(JSON.stringify(await database.db.select().from(sessions))).not.toContain(reference);
  });

  test("ends at once when its account is closed", async () => {
    const account = await newAccount("staff");
    const reference = await start(account, "oidc");
    await asPlatform((tx) => updateAccount(tx, account.id, { status: "closed", closedAt: noon }));
    expect((await who(reference)).signedIn).toBeNull();
  });

  test("loses a role with the next request", async () => {
    const account = await newAccount("staff");
    const reference = await start(account, "oidc");
    await asPlatform(async (tx) => {
      const role = { role: "administrator", areaKind: "force", startsOn: "2026-01-01" } as const;
      await tx.insert(appointments).values({ ...role, accountId: account.id, createdAt: noon });
    });
    expect(can((await who(reference)).actor, "person:manage")).toBe(true);
    await asPlatform((tx) =>
      tx.update(appointments).set({ endedAt: noon }).where(eq(appointments.accountId, account.id)),
    );
    expect(can((await who(reference)).actor, "person:manage")).toBe(false);
  });

  test("gives way to the next in the same browser", async () => {
    const account = await newAccount("resident");
    const first = await start(account, "email-code");
    const second = await start(account, "email-code", noon, (await who(first)).actor);
    expect(second).not.toBe(first);
    expect([(await who(first)).signedIn, (await who(second)).signedIn?.accountId]).toEqual([
      null,
      account.id,
    ]);
  });

  test("an end of one's own counts, of somebody else's does not", async () => {
    const [mine, other] = [await newAccount("resident"), await newAccount("resident")];
    const [here, there, theirs] = [
      await start(mine, "email-code"),
      await start(mine, "email-code"),
      await start(other, "email-code"),
    ];
    const deps = { db: database.db, now: noon };
    const { actor } = await who(here);
    const idOf = async (reference: string) => (await who(reference)).actor.sessionId ?? "";
    expect(await endSession(deps, actor, await idOf(theirs))).toBe(false);
    expect((await who(theirs)).signedIn).not.toBeNull();
    const thereId = await idOf(there);
    expect(await endSession(deps, actor, thereId)).toBe(true);
    expect(await endSession(deps, actor, thereId)).toBe(false);
    expect([(await who(there)).signedIn, (await who(here)).signedIn?.accountId]).toEqual([null, mine.id]);
    const ended = await database.db.select().from(auditEvents).where(eq(auditEvents.action, "session.end"));
    expect(ended.map(({ subjectId, actorId }) => [subjectId, actorId])).toEqual([[thereId, mine.id]]);
  });

  test("everywhere else is everywhere but here", async () => {
    const account = await newAccount("resident");
    const other = await start(await newAccount("resident"), "email-code");
    const references = [await start(account, "email-code"), await start(account, "email-code")];
    const here = await start(account, "email-code");
    const { actor } = await who(here);
    expect(await endOtherSessions({ db: database.db, now: noon }, actor)).toBe(2);
    expect(await endOtherSessions({ db: database.db, now: noon }, actor)).toBe(0);
    const live = await Promise.all(
      [...references, here, other].map(async (each) => (await who(each)).signedIn !== null),
    );
    expect(live).toEqual([false, false, true, true]);
  });
});

describe("a new proof", () => {
  test("makes the session fresh again under a new reference, and does not make it longer", async () => {
    const desk = codeDesk(database.db);
    const email = "again@example.org";
    const account = await newAccount("resident", email);
    const reference = await start(account, "email-code");
    const now = after(11 * minute);
    const { actor, signedIn } = await who(reference, now);
    expect(signedIn?.isFresh).toBe(false);
    const browser = await desk.ask(email, { purpose: "fresh", accountId: account.id }, now, actor);
    const [code = ""] = await desk.mailed(email);
    const prove = (entered: string) =>
      proveAgain({ db: database.db, now, keys }, actor, { email, browser, code: entered, clientKey: "a" });
    expect(await prove(otherThan(code))).toEqual({ kind: "wrong" });
    const proved = await prove(code);
    if (proved.kind !== "proved") throw new Error("The right code was refused.");
    expect((await who(reference, now)).signedIn).toBeNull();
    expect((await who(proved.reference, now)).signedIn).toMatchObject({
      accountId: account.id,
      isFresh: true,
    });
    expect((await who(proved.reference, after(30 * minute))).signedIn).toBeNull();
  });

  test("is no use to a visitor", async () => {
    const entered = { email: "a@example.org", browser: "b", code: "123456", clientKey: "c" };
    expect(await proveAgain({ db: database.db, now: noon, keys }, visitor(), entered)).toEqual({
      kind: "wrong",
    });
  });
});
