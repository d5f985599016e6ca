import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { platform, visitor } from "#app/domain/actor.ts";
import { requestCode } from "#app/services/code/request-code.server.ts";
import { accounts, sessions } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { openCrowd } from "./code-crowd.ts";
import { after, codeDesk, minute, noon, otherThan } from "./code-desk.ts";

let database: TestDatabase;
let desk: ReturnType<typeof codeDesk>;
beforeAll(async () => {
  database = await openTestDatabase();
  desk = codeDesk(database.db);
});
afterAll(() => database.close());

let people = 0;
/** An address that nobody else in this file has, and a code sent to it. */
async function asked(now = noon) {
  const email = `person-${(people += 1)}@example.org`;
  const browser = await desk.ask(email, {}, now);
  const [code = ""] = await desk.mailed(email);
  return { email, browser, code };
}

describe("a code", () => {
  test("signs its reader in, and makes an account the first time only", async () => {
    const first = await asked();
    expect(first.code).toMatch(/^\d{6}$/);
    expect(await desk.enter(first)).toMatchObject({ kind: "signed-in", isNew: true });
    const browser = await desk.ask(first.email, {}, after(minute));
    const [code = ""] = await desk.mailed(first.email);
    const again = await desk.enter({ ...first, browser, code }, after(minute));
    expect(again).toMatchObject({ kind: "signed-in", isNew: false });
  });

  test("is stored as nothing that tells it", async () => {
    const { email, browser, code } = await asked();
    const [stored] = await desk.stored(email);
    expect(JSON.stringify(stored)).not.toContain(browser);
    expect(stored?.codeHash).toMatch(/^[\da-f]{64}$/);
    expect(stored?.codeHash).not.toContain(code);
  });

  test("works once", async () => {
    const one = await asked();
    expect(await desk.enter(one)).toMatchObject({ kind: "signed-in" });
    expect(await desk.enter(one)).toEqual({ kind: "wrong" });
  });

  test("works for less than ten minutes", async () => {
    const last = await asked();
    expect(await desk.enter(last, after(10 * minute - 1))).toMatchObject({ kind: "signed-in" });
    const late = await asked();
    expect(await desk.enter(late, after(10 * minute))).toEqual({ kind: "wrong" });
    expect((await desk.stored(late.email))[0]).toMatchObject({ tries: 0, usedAt: null });
  });

  test("works only in the browser that asked, and for the address it went to", async () => {
    const [mine, other] = [await asked(), await asked()];
    expect(await desk.enter({ ...mine, browser: other.browser })).toEqual({ kind: "wrong" });
    expect(await desk.enter({ ...mine, email: other.email })).toEqual({ kind: "wrong" });
    expect((await desk.stored(mine.email))[0]?.tries).toBe(0);
    expect(await desk.enter(mine)).toMatchObject({ kind: "signed-in" });
  });

  test("for showing that it is still you signs nobody in", async () => {
    const email = "fresh@example.org";
    const browser = await desk.ask(email, { purpose: "fresh" });
    const [code = ""] = await desk.mailed(email);
    expect(await desk.enter({ email, browser, code })).toEqual({ kind: "wrong" });
  });

  test("takes the place of the one before in the same browser", async () => {
    const first = await asked();
    const browser = await desk.ask(first.email, { browserBefore: first.browser }, after(minute));
    const [code = ""] = await desk.mailed(first.email);
    expect(await desk.enter(first, after(minute))).toEqual({ kind: "wrong" });
    expect(await desk.enter({ ...first, browser, code }, after(minute))).toMatchObject({ kind: "signed-in" });
  });

  test("is not ended by somebody who asks for the same address elsewhere", async () => {
    const mine = await asked();
    await desk.ask(mine.email, {}, after(minute));
    expect(await desk.enter(mine, after(minute))).toMatchObject({ kind: "signed-in" });
  });
});

describe("guessing", () => {
  test("is over after five tries, the right code included", async () => {
    const one = await asked();
    const wrong = { ...one, code: otherThan(one.code) };
    for (let tried = 0; tried < 5; tried += 1) expect(await desk.enter(wrong)).toEqual({ kind: "wrong" });
    expect(await desk.enter(one)).toEqual({ kind: "wrong" });
    expect((await desk.stored(one.email))[0]).toMatchObject({ tries: 5, usedAt: null });
  });

  test("the fifth try still counts when it is right", async () => {
    const one = await asked();
    for (let tried = 0; tried < 4; tried += 1) await desk.enter({ ...one, code: otherThan(one.code) });
    expect(await desk.enter(one)).toMatchObject({ kind: "signed-in" });
  });

  test("of ten thousand, many at once and each from another client, five are looked at", async () => {
    const one = await asked();
    const crowd = await openCrowd(database.db);
    const before = (await desk.record()).length;
    const answers = new Set<string>();
    // The embedded database takes one after another, whatever their number.
    const length = crowd.dbs.length > 1 ? 10_000 : 1_000;
    const guesses = Array.from({ length }, (_, guess) => String(guess).padStart(6, "0")).filter(
      (guess) => guess !== one.code,
    );
    let next = 0;
    const guessOn = async (through: (typeof crowd.dbs)[number]) => {
      for (let code = guesses[next++]; code !== undefined; code = guesses[next++])
        answers.add((await desk.enter({ ...one, code }, noon, { through })).kind);
    };
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => guessOn(crowd.dbs[at % crowd.dbs.length] ?? database.db)),
    );
    await crowd.close();
    expect([...answers]).toEqual(["wrong"]);
    expect((await desk.stored(one.email))[0]).toMatchObject({ tries: 5, usedAt: null });
    const looked = (await desk.record()).slice(before).filter(({ action }) => action === "code.refuse");
    expect(looked).toHaveLength(5);
    expect(await desk.enter(one)).toEqual({ kind: "wrong" });
  });

  test("one client gets thirty tries in ten minutes, whatever code they are at", async () => {
    const clientKey = "one-guesser";
    for (let tried = 0; tried < 30; tried += 1)
      expect(
        await desk.enter({ email: "x@example.org", browser: "none", code: "000000", clientKey }),
      ).toEqual({
        kind: "wrong",
      });
    const mine = await asked();
    expect(await desk.enter({ ...mine, clientKey }, after(minute))).toEqual({
      kind: "too-many",
      retryAfterSeconds: 540,
    });
    expect((await desk.stored(mine.email))[0]?.tries).toBe(0);
    expect(await desk.enter({ ...mine, clientKey }, after(10 * minute - 1))).toMatchObject({
      kind: "too-many",
    });
    expect(await desk.enter(mine, after(minute))).toMatchObject({ kind: "signed-in" });
  });
});

test("one code entered by twenty at once signs one in", async () => {
  const one = await asked();
  const crowd = await openCrowd(database.db);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const through = crowd.dbs[at % crowd.dbs.length] ?? database.db;
      return desk.enter(one, noon, { through });
    }),
  );
  await crowd.close();
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["signed-in", ...Array<string>(19).fill("wrong")]);
  const made = await database.db.select().from(accounts);
  const account = made.filter(({ email }) => email === one.email);
  expect(account).toHaveLength(1);
  const begun = (await database.db.select().from(sessions)).filter(
    ({ accountId }) => accountId === account[0]?.id,
  );
  expect(begun).toHaveLength(1);
});

test("two codes of one new address entered at once make one account", async () => {
  const first = await asked();
  const browser = await desk.ask(first.email);
  const codes = await desk.mailed(first.email);
  const second = { ...first, browser, code: codes.find((code) => code !== first.code) ?? first.code };
  const crowd = await openCrowd(database.db);
  const answers = await Promise.all(
    [first, second].map((one, at) =>
      desk.enter(one, noon, { through: crowd.dbs[at % crowd.dbs.length] ?? database.db }),
    ),
  );
  await crowd.close();
  expect(answers.map(({ kind }) => kind)).toEqual(["signed-in", "signed-in"]);
  expect(
    (await database.db.select().from(accounts)).filter(({ email }) => email === first.email),
  ).toHaveLength(1);
});

describe("limits", () => {
  test("an address is sent three in ten minutes, and whoever asks for more is told nothing of it", async () => {
    const email = "asked-often@example.org";
    const browser = await desk.ask(email);
    await desk.ask(email);
    await desk.ask(email);
    const kept = await desk.ask(email, { browserBefore: browser });
    expect(await desk.mailed(email)).toHaveLength(3);
    expect(kept, "the browser's last code goes on working").toBe(browser);
    const [row] = (await desk.stored(email)).filter(({ usedAt }) => usedAt === null);
    expect(row?.expiresAt).toEqual(after(10 * minute));
    await desk.ask(email, {}, after(10 * minute));
    expect(await desk.mailed(email)).toHaveLength(4);
  });

  test("an address is sent ten a day", async () => {
    const email = "asked-all-day@example.org";
    for (let hour = 0; hour < 12; hour += 1) await desk.ask(email, {}, after(hour * 60 * minute));
    expect(await desk.mailed(email)).toHaveLength(10);
    await desk.ask(email, {}, after(24 * 60 * minute));
    expect(await desk.mailed(email)).toHaveLength(11);
  });

  test("a client gets twenty an hour, then is told when to come back", async () => {
    const ask = (number: number, now = noon) =>
      requestCode({ db: database.db, now, keys }, visitor(), {
        purpose: "sign-in",
        email: `from-one-place-${number}@example.org`,
        accountId: null,
        clientKey: "a-library",
        browserBefore: null,
      });
    for (let number = 0; number < 20; number += 1) expect(await ask(number)).toMatchObject({ ok: true });
    expect(await ask(20, after(minute))).toEqual({ ok: false, retryAfterSeconds: 59 * 60 });
    expect(await desk.mailed("from-one-place-20@example.org")).toEqual([]);
  });
});

test("a known and an unknown address are asked the same questions of the database, and get the same mail", async () => {
  const known = await asked();
  await desk.enter(known);
  const builds = vi.spyOn(PgDialect.prototype, "sqlToQuery");
  const questionsOf = async (email: string) => {
    builds.mockClear();
    await desk.ask(email, {}, after(20 * minute));
    return builds.mock.results.map(({ value }) => (value as { sql: string }).sql);
  };
  const [forKnown, forUnknown] = [
    await questionsOf(known.email),
    await questionsOf("nobody-yet@example.org"),
  ];
  builds.mockRestore();
  expect(forKnown.length).toBeGreaterThan(5);
  expect(forKnown).toEqual(forUnknown);
  expect([
    (await desk.mailed(known.email)).length,
    (await desk.mailed("nobody-yet@example.org")).length,
  ]).toEqual([2, 1]);
});

test("the record says what happened, and names nobody", async () => {
  const before = (await desk.record()).length;
  const one = await asked();
  await desk.enter({ ...one, code: otherThan(one.code) });
  await desk.enter(one);
  const rows = (await desk.record()).slice(before);
  expect(rows.map(({ action }) => action)).toEqual(["code.request", "code.refuse", "session.start"]);
  const [stored] = await desk.stored(one.email);
  expect(rows[0]).toMatchObject({ subjectKind: "code", subjectId: stored?.id, actorId: null });
  expect(JSON.stringify(rows)).not.toMatch(/@|example/);
});

test("codes are nobody's to read but the platform's", async () => {
  await asked();
  const read = (kind: "resident" | "staff") =>
    withActor(database.db, { ...visitor(), kind, accountId: crypto.randomUUID() }, (tx) =>
      tx.query.emailCodes.findMany(),
    );
  expect([await read("resident"), await read("staff")]).toEqual([[], []]);
  expect(
    (await withActor(database.db, platform(), (tx) => tx.query.emailCodes.findMany())).length,
  ).toBeGreaterThan(0);
});
