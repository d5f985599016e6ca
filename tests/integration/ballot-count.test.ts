import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform, type Actor } from "#app/domain/actor.ts";
import { retally } from "#app/domain/ballot/published.ts";
import { castBallot } from "#app/services/ballot/cast-ballot.server.ts";
import { certifyDueTallies } from "#app/services/ballot/certify-due.server.ts";
import { certifyTally, sealOf } from "#app/services/ballot/certify-tally.server.ts";
import { checkReceipt } from "#app/services/ballot/check-receipt.server.ts";
import { keyBatch } from "#app/services/ballot/key-batch.server.ts";
import { openBatch } from "#app/services/ballot/open-batch.server.ts";
import { quarantineBurst } from "#app/services/ballot/quarantine-burst.server.ts";
import { readBatch } from "#app/services/ballot/read-batch.server.ts";
import { readBursts } from "#app/services/ballot/read-bursts.server.ts";
import { readOwnBallot } from "#app/services/ballot/read-own-ballot.server.ts";
import { readVoteForStaff } from "#app/services/ballot/read-turnout.server.ts";
import { runRetention } from "#app/services/retention/run-retention.server.ts";
import * as schema from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { actorOf, noon, panelOpens, seePlatform, wish } from "./vote-desk.ts";
import { openVote } from "./vote-with-papers.ts";

let database: TestDatabase;
let deps: { db: TestDatabase["db"]; now: Date; keys: typeof keys };
const later = () => ({ ...deps, now: panelOpens });
beforeAll(async () => {
  database = await openTestDatabase();
  deps = { db: database.db, now: noon, keys };
});
afterAll(() => database.close());

const staff = (role: Actor["roles"][number]["role"]) => actorOf(crypto.randomUUID(), role, "staff");
const [first, second] = [staff("sergeant"), staff("constable")];
const inspector = staff("inspector");
const moderator = staff("moderator");

const newVote = (sizes: { online?: number; onPaper?: number } = {}) => openVote(deps, first, sizes);
const messageOf = (
  answer: Awaited<ReturnType<typeof keyBatch>> | Awaited<ReturnType<typeof certifyTally>>,
) => (answer === null ? "not there" : answer.ok ? null : answer.errors.map(({ message }) => message).join());

describe("a batch", () => {
  test("counts once two people entered it alike", async () => {
    const { open, rows, kept, cycleId } = await newVote({ onPaper: 2 });
    const batchId = await open();
    const entered = rows(["1 2", "3"]);
    const asFirst = { batchId, keying: "first", rows: entered } as const;
    const asSecond = { ...asFirst, keying: "second" } as const;
    expect(await keyBatch(deps, first, asFirst)).toEqual({ ok: true, state: "keyed" });
    expect(await kept()).toEqual([]);
    expect(messageOf(await keyBatch(deps, first, asSecond))).toMatch(/Somebody else/);
    expect((await readBatch(deps, second, batchId))?.lines).toEqual([]);
    expect(await keyBatch(deps, second, asSecond)).toEqual({
      ok: true,
      state: "checked",
      counted: 2,
      repeated: [],
    });
    expect((await kept()).map(({ choices, mode }) => [choices, mode])).toEqual(
      expect.arrayContaining([
        [[1, 2], "paper"],
        [[3], "paper"],
      ]),
    );
    expect(messageOf(await keyBatch(deps, second, asSecond))).toMatch(/counts already/);
    const left = await seePlatform(database.db, (tx) =>
      tx.select().from(schema.batchLines).where(eq(schema.batchLines.batchId, batchId)),
    );
    expect(left).toEqual([]);
    const told = await seePlatform(database.db, (tx) =>
      tx.select().from(schema.followings).where(eq(schema.followings.subjectId, cycleId)),
    );
    expect(told).toHaveLength(1);
  });

  test("waits while the entries differ, for either of the two", async () => {
    const { open, rows, kept } = await newVote({ onPaper: 2 });
    const batchId = await open();
    await keyBatch(deps, first, { batchId, keying: "first", rows: rows(["1", "3"]) });
    const again = await keyBatch(deps, second, { batchId, keying: "second", rows: rows(["1", "4"]) });
    expect(again).toEqual({ ok: true, state: "differing" });
    const seen = await readBatch(deps, second, batchId);
    expect(seen?.differences).toEqual(["Paper 2: choices 3 in the first entry, 4 in the second"]);
    expect(seen?.keying).toBe("second");
    expect((await readBatch(deps, first, batchId))?.keying).toBe("first");
    const third = staff("sergeant");
    expect(await readBatch(deps, third, batchId)).toMatchObject({ keying: null, differences: [] });
    expect(await kept()).toEqual([]);
    const mended = await keyBatch(deps, first, { batchId, keying: "first", rows: rows(["1", "4"]) });
    expect(mended).toMatchObject({ ok: true, state: "checked", counted: 2 });
  });

  test("keeps what a person voted before it, and says which papers did not count", async () => {
    const { open, rows, kept, papers, cycleId } = await newVote({ onPaper: 2 });
    await castBallot(deps, papers[1] ?? actorOf(""), wish(cycleId, [5]));
    const batchId = await open();
    const entered = rows(["1", "2"]);
    await keyBatch(deps, first, { batchId, keying: "first", rows: entered });
    const checked = await keyBatch(deps, second, { batchId, keying: "second", rows: entered });
    expect(checked).toMatchObject({ state: "checked", counted: 1, repeated: [2] });
    expect((await kept()).map(({ choices }) => choices).sort()).toEqual([[1], [5]]);
  });

  test("of strangers, of nobody or of a vote that is counted is refused", async () => {
    const { open, rows, cycleId, close } = await newVote({ onPaper: 1 });
    const batchId = await open();
    const stranger = [{ reference: "R-2222", choices: "1", isToBeTold: false }];
    const entry = { batchId, keying: "first" } as const;
    expect(messageOf(await keyBatch(deps, first, { ...entry, rows: stranger }))).toMatch(/nobody/);
    expect(messageOf(await keyBatch(deps, first, { ...entry, rows: [] }))).toBe("Enter at least one paper");
    expect(messageOf(await keyBatch(deps, inspector, { ...entry, rows: rows(["1"]) }))).toBe("not there");
    expect(await openBatch(deps, inspector, { cycleId, mode: "paper" })).toBeNull();
    await close();
    await certifyTally(later(), platform(), cycleId);
    expect(messageOf(await keyBatch(later(), first, { ...entry, rows: rows(["1"]) }))).toMatch(/counted/);
    expect(await openBatch(later(), first, { cycleId, mode: "paper" })).toMatchObject({ ok: false });
  });

  test("may be entered after the close, before the count", async () => {
    const { open, rows, close } = await newVote({ onPaper: 1 });
    const batchId = await open();
    await close();
    const entered = rows(["1"]);
    await keyBatch(later(), first, { batchId, keying: "first", rows: entered });
    const checked = await keyBatch(later(), second, { batchId, keying: "second", rows: entered });
    expect(checked).toMatchObject({ state: "checked", counted: 1 });
  });
});

describe("a certified count", () => {
  test("recomputes from what is published, and no receipt stands in it", async () => {
    const { voters, cycleId, close, tally, kept } = await newVote({ online: 8 });
    const receipts: string[] = [];
    for (const [at, voter] of voters.entries()) {
      const cast = await castBallot(deps, voter, wish(cycleId, at < 6 ? [1, 3] : [2], { part: "Village" }));
      if (cast.ok) receipts.push(cast.receipt ?? "");
    }
    expect(messageOf(await certifyTally(deps, inspector, cycleId))).toMatch(/not closed/);
    await close();
    expect(messageOf(await certifyTally(later(), second, cycleId))).toBe("not there");
    expect(await certifyTally(later(), inspector, cycleId)).toEqual({ ok: true, counted: 8 });
    expect(messageOf(await certifyTally(later(), inspector, cycleId))).toMatch(/certified already/);

    const certified = await tally();
    const published = certified?.published ?? "";
    expect(certified).toMatchObject({ counted: 8, quarantined: 0, isLowParticipation: true });
    expect(certified?.seal).toBe(sealOf(published));
    const again = retally(published);
    for (const { number, votes } of certified?.result.rows ?? [])
      expect(again?.votes.get(number) ?? 0).toBe(votes);
    for (const receipt of receipts) {
      expect(published).not.toContain(receipt);
      expect(await checkReceipt(database, cycleId, receipt)).toBe(true);
    }
    expect(await checkReceipt(database, cycleId, "2222-2222")).toBe(false);
    for (const ballot of await kept())
      expect(ballot).toMatchObject({
        ageBand: null,
        connection: null,
        part: null,
        castAt: new Date("2026-02-13T00:00:00Z"),
      });
    const marks = await database.db
      .select({ number: schema.candidates.number, support: schema.candidates.scoreSupport })
      .from(schema.candidates)
      .where(eq(schema.candidates.cycleId, cycleId))
      .orderBy(schema.candidates.number);
    expect(marks.map(({ support }) => support)).toEqual([3, 1, 3, 0, 0, null]);
  });

  test("is not for whoever entered ballots, nor while a batch waits; the clock leaves that out", async () => {
    const { open, rows, close, cycleId, tally } = await newVote({ onPaper: 1 });
    const batchId = await open();
    const keyerWhoCertifies = {
      ...first,
      roles: [...first.roles, ...actorOf("", "analyst").roles],
    };
    await keyBatch(deps, keyerWhoCertifies, { batchId, keying: "first", rows: rows(["1"]) });
    await close();
    expect(messageOf(await certifyTally(later(), inspector, cycleId))).toMatch(/not been entered twice/);
    await keyBatch(later(), second, { batchId, keying: "second", rows: rows(["1"]) });
    expect(messageOf(await certifyTally(later(), keyerWhoCertifies, cycleId))).toMatch(/entered ballots/);
    await open();
    const due = (iso: string) =>
      certifyDueTallies({ db: database.db, now: new Date(iso), signal: AbortSignal.timeout(60_000) });
    await due("2026-03-03T12:00:00Z");
    expect(await tally()).toBeUndefined();
    await due("2026-03-04T12:00:00Z");
    expect(await tally()).toMatchObject({
      counted: 1,
      certifiedBy: null,
      result: { batches: { checked: 1, leftOut: [2] } },
    });
    const counted = await tally();
    await due("2026-03-05T12:00:00Z");
    expect(await tally()).toEqual(counted);
  });

  test("says whose ballot is whose to nobody, once the key is destroyed", async () => {
    const { voters, cycleId, close } = await newVote({ online: 1 });
    const [voter = actorOf("")] = voters;
    await castBallot(deps, voter, wish(cycleId, [1]));
    await close();
    await certifyTally(later(), platform(), cycleId);
    expect(await readOwnBallot(deps, voter, cycleId)).toMatchObject({ choices: [1] });
    const [key] = await seePlatform(database.db, (tx) =>
      tx.select().from(schema.cycleKeys).where(eq(schema.cycleKeys.cycleId, cycleId)),
    );
    expect(key?.destroyOn).toBe("2026-05-31");
    await database.db
      .update(schema.cycleKeys)
      .set({ sealedKey: null, destroyedAt: noon })
      .where(eq(schema.cycleKeys.cycleId, cycleId));
    expect(await readOwnBallot(deps, voter, cycleId)).toBeNull();
  });

  test("outlives its ballots, which go after two years", async () => {
    const { voters, cycleId, close, kept, tally } = await newVote({ online: 1 });
    await castBallot(deps, voters[0] ?? actorOf(""), wish(cycleId, [1]));
    await close();
    await certifyTally(later(), platform(), cycleId);
    const run = (now: Date) =>
      runRetention(
        { db: database.db, now, signal: AbortSignal.timeout(60_000), sealFolder: "" },
        { isDryRun: false },
      );
    await run(new Date("2028-03-01T12:00:00Z"));
    expect(await kept()).toHaveLength(1);
    await run(new Date("2028-03-03T12:00:00Z"));
    expect(await kept()).toEqual([]);
    expect(await tally()).toMatchObject({ counted: 1 });
  });
});

test("bursts are put aside and taken back; both counts are certified", async () => {
  const { voters, cycleId, close, tally } = await newVote({ online: 9 });
  for (const [at, voter] of voters.entries()) {
    const now = new Date(noon.getTime() + (at < 6 ? 1_000 * at : 600_000 * at));
    await castBallot({ ...deps, now }, voter, wish(cycleId, at < 6 ? [2] : [1]));
  }
  const bursts = async () => (await readBursts(deps, moderator, cycleId))?.bursts;
  expect(await bursts()).toEqual([{ minute: noon, part: null, ballots: 6, quarantined: 0 }]);
  expect(await readBursts(deps, inspector, cycleId)).toBeNull();
  const burst = { cycleId, minute: noon, part: null };
  expect(await quarantineBurst(deps, first, { ...burst, reason: "burst" })).toBeNull();
  const aside = await quarantineBurst(deps, moderator, { ...burst, reason: "burst" });
  expect(aside).toEqual({ ok: true, ballots: 6 });
  expect(await quarantineBurst(deps, moderator, { ...burst, reason: null })).toEqual({
    ok: true,
    ballots: 6,
  });
  await quarantineBurst(deps, moderator, { ...burst, reason: "copied-papers" });
  expect(await bursts()).toMatchObject([{ ballots: 6, quarantined: 6 }]);
  await close();
  await certifyTally(later(), inspector, cycleId);
  const certified = await tally();
  expect(certified).toMatchObject({ counted: 3, quarantined: 6 });
  const row = (number: number) => certified?.result.rows.find((one) => one.number === number);
  expect(row(1)).toMatchObject({ votes: 3, votesWithQuarantined: 3, rank: 1 });
  expect(row(2)).toMatchObject({ votes: 0, votesWithQuarantined: 6 });
  expect(await quarantineBurst(later(), moderator, { ...burst, reason: null })).toMatchObject({ ok: false });
});

test("staff see who takes part, small groups hidden, and never what is chosen before the count", async () => {
  const { voters, cycleId, open, rows } = await newVote({ online: 19, onPaper: 1 });
  for (const voter of voters) await castBallot(deps, voter, wish(cycleId, [4]));
  const batchId = await open();
  const entered = rows(["4"]);
  await keyBatch(deps, first, { batchId, keying: "first", rows: entered });
  await keyBatch(deps, second, { batchId, keying: "second", rows: entered });
  const seen = await readVoteForStaff(deps, inspector, cycleId);
  expect(seen?.modes).toEqual([
    { way: "on paper, by phone or face to face", ballots: "fewer than 5" },
    { way: "online", ballots: "the rest" },
  ]);
  expect(seen?.ages.rows.find(({ id }) => id === "13-15")?.words).toBe("fewer than 5");
  expect(seen?.callBack).toEqual([entered[0]?.reference]);
  expect(seen?.tally).toBeNull();
  expect(JSON.stringify(seen)).not.toContain("choices");
  expect(await readVoteForStaff(deps, actorOf("", "partner", "member"), cycleId)).toBeNull();
});
