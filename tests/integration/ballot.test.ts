import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "#app/domain/access.ts";
import { castBallot } from "#app/services/ballot/cast-ballot.server.ts";
import { readOwnBallot } from "#app/services/ballot/read-own-ballot.server.ts";
import { withdrawBallot } from "#app/services/ballot/withdraw-ballot.server.ts";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";
import { exportHeldData } from "#app/services/resident/export-held-data.server.ts";
import { auditEvents, ballots, candidates, cycles, followings } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import {
  actorOf,
  addCycle,
  addNeighbourhood,
  addVoters,
  allBallots,
  noon,
  panelOpens,
  seePlatform,
  wish,
} from "./vote-desk.ts";

let database: TestDatabase;
let deps: { db: TestDatabase["db"]; now: Date; keys: typeof keys };
beforeAll(async () => {
  database = await openTestDatabase();
  deps = { db: database.db, now: noon, keys };
});
afterAll(() => database.close());

/** A vote of its own, and somebody who may take part. */
async function newVote(options: Parameters<typeof addVoters>[3] = {}) {
  const here = await addNeighbourhood(database.db);
  const cycleId = await addCycle(database.db, here);
  const [actor = actorOf("")] = await addVoters(database.db, here, 1, options);
  const own = () => readOwnBallot(deps, actor, cycleId);
  const kept = () =>
    seePlatform(database.db, (tx) => tx.select().from(ballots).where(eq(ballots.cycleId, cycleId)));
  return { here, cycleId, actor, own, kept };
}
const messageOf = (answer: Awaited<ReturnType<typeof castBallot>>) =>
  answer.ok ? null : answer.errors.map(({ message }) => message).join();

describe("a ballot", () => {
  test("is cast, changed and withdrawn: one row, its receipt the first", async () => {
    const { cycleId, actor, own, kept } = await newVote();
    const cast = await castBallot(deps, actor, wish(cycleId, [4, 1], { part: "The village" }));
    expect(cast).toMatchObject({ ok: true, isChange: false });
    const receipt = cast.ok ? cast.receipt : null;
    expect(receipt).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await own()).toMatchObject({ choices: [1, 4], receipt, part: "The village", isToBeTold: false });

    const changed = await castBallot(deps, actor, wish(cycleId, [2], { isToBeTold: true }));
    expect(changed).toEqual({ ok: true, isChange: true, receipt });
    expect(await own()).toMatchObject({ choices: [2], receipt, isToBeTold: true });

    expect(await withdrawBallot(deps, actor, cycleId)).toEqual({ ok: true });
    expect(await own()).toBeNull();
    expect(await withdrawBallot(deps, actor, cycleId)).toMatchObject({ ok: false });
    expect(await castBallot(deps, actor, wish(cycleId, [3]))).toMatchObject({ ok: true, receipt });
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ choices: [3], withdrawnAt: null, version: 4, ageBand: "18+" });
  });

  test.each([
    [[], "Select at least one problem"],
    [[1, 2, 3, 4], "Select up to 3 problems"],
    [[1, 1], "Select each problem only once"],
    [[6], "Select problems from the list of this vote"],
    [[77], "Select problems from the list of this vote"],
  ])("of %j is refused: %s", async (choices, message) => {
    const { cycleId, actor, kept } = await newVote();
    expect(messageOf(await castBallot(deps, actor, wish(cycleId, choices)))).toBe(message);
    expect(await kept()).toEqual([]);
  });

  test("says of its voter what they had not said before", async () => {
    const { here, cycleId, actor, kept } = await newVote({ ageBand: null, connection: null });
    expect(messageOf(await castBallot(deps, actor, wish(cycleId, [1])))).toMatch(/age group/);
    const declared = { ageBand: "13-15", connection: "study" } as const;
    const visiting = { ...declared, connection: "visit" } as const;
    expect(messageOf(await castBallot(deps, actor, wish(cycleId, [1], visiting)))).toMatch(/where you live/);
    expect(await castBallot(deps, actor, wish(cycleId, [1], declared))).toMatchObject({ ok: true });
    expect((await kept())[0]).toMatchObject(declared);
    expect(await exportHeldData(deps, actor)).toMatchObject({
      aboutYou: [{ ageBand: "13-15" }],
      neighbourhoods: [{ neighbourhood: `n-${here.slice(0, 8)}`, connection: "study" }],
    });
  });

  test("is one for one address, whichever account casts it", async () => {
    const email = "kin@example.org";
    const { here, cycleId, actor, kept } = await newVote({ emails: [email] });
    const [member = actorOf("")] = await addVoters(database.db, here, 1, { kind: "member", emails: [email] });
    await castBallot(deps, actor, wish(cycleId, [1]));
    expect(await castBallot(deps, member, wish(cycleId, [2]))).toMatchObject({ ok: true, isChange: true });
    expect((await kept()).map(({ choices }) => choices)).toEqual([[2]]);
  });

  test("is one for one round, wherever", async () => {
    const { cycleId, actor } = await newVote();
    const elsewhere = await addNeighbourhood(database.db);
    const otherCycle = await addCycle(database.db, elsewhere);
    await castBallot(deps, actor, wish(cycleId, [1]));
    const there = wish(otherCycle, [1], { connection: "work" });
    expect(messageOf(await castBallot(deps, actor, there))).toMatch(/another neighbourhood this round/);
    await withdrawBallot(deps, actor, cycleId);
    expect(await castBallot(deps, actor, there)).toMatchObject({ ok: true });
    expect(messageOf(await castBallot(deps, actor, wish(cycleId, [1])))).toMatch(/another neighbourhood/);
  });
});

describe("nobody votes", () => {
  test.each(["planned", "shortlisting", "panel", "live", "closed"] as const)(
    "while the cycle is %s",
    async (stage) => {
      const here = await addNeighbourhood(database.db);
      const cycleId = await addCycle(database.db, here, { stage });
      const [actor = actorOf("")] = await addVoters(database.db, here, 1);
      expect(messageOf(await castBallot(deps, actor, wish(cycleId, [1])))).toMatch(/closed/);
    },
  );

  test("after the last day, though the stage has not moved on yet", async () => {
    const { cycleId, actor, own } = await newVote();
    await castBallot(deps, actor, wish(cycleId, [1]));
    const late = { ...deps, now: panelOpens };
    expect(messageOf(await castBallot(late, actor, wish(cycleId, [2])))).toMatch(/closed/);
    expect(await withdrawBallot(late, actor, cycleId)).toMatchObject({ ok: false });
    expect((await own())?.choices).toEqual([1]);
  });

  const neverVote = roles.filter((role) => !["resident", "kin-member", "panel-member"].includes(role));
  test("for the police, a partner or anybody else who is no resident, in any role", async () => {
    const { cycleId, actor, kept } = await newVote();
    expect(neverVote).toHaveLength(19);
    for (const role of neverVote) {
      const also = { ...actor, roles: [...actor.roles, ...actorOf("", role).roles] };
      const only = actorOf(actor.accountId ?? "", role, role === "visitor" ? "visitor" : "staff");
      // A visitor with a resident's role is a resident.
      if (role !== "visitor")
        expect(messageOf(await castBallot(deps, also, wish(cycleId, [1]))), role).toMatch(/Only residents/);
      expect(messageOf(await castBallot(deps, only, wish(cycleId, [1]))), role).toMatch(/Only residents/);
      expect(await withdrawBallot(deps, only, cycleId), role).toMatchObject({ ok: false });
      expect(await readOwnBallot(deps, only, cycleId), role).toBeNull();
    }
    expect(await kept()).toEqual([]);
  });

  test("for an account of staff that claims a resident's role", async () => {
    const { here, cycleId, kept } = await newVote();
    const [staff = actorOf("")] = await addVoters(database.db, here, 1, { kind: "staff" });
    const claiming = actorOf(staff.accountId ?? "", "resident");
    expect(messageOf(await castBallot(deps, claiming, wish(cycleId, [1])))).toMatch(/Only residents/);
    expect(await kept()).toEqual([]);
  });
});

describe("a ballot is secret", () => {
  test("the record and who is to be told say nothing of when or by whom", async () => {
    const { cycleId, actor } = await newVote();
    await castBallot(
      { ...deps, now: new Date("2026-02-20T12:34:56.789Z") },
      actor,
      wish(cycleId, [1], { isToBeTold: true }),
    );
    const { record, told } = await seePlatform(database.db, async (tx) => ({
      record: await tx
        .select()
        .from(auditEvents)
        .where(and(eq(auditEvents.action, "ballot.cast"), eq(auditEvents.subjectId, cycleId))),
      told: await tx.select().from(followings).where(eq(followings.subjectId, cycleId)),
    }));
    expect(record).toHaveLength(1);
    expect(record[0]).toMatchObject({ actorKind: "system", actorId: null, requestId: null, details: {} });
    expect(told).toMatchObject([{ accountId: actor.accountId, since: new Date("2026-02-13T00:00:00Z") }]);
    const [row] = (await allBallots(database.db)).filter((one) => one.cycleId === cycleId);
    expect(row?.castAt).toEqual(new Date("2026-02-20T12:34:00Z"));
    expect(JSON.stringify(row)).not.toContain(actor.accountId ?? "none");
  });

  test("its voter reads it while the key lives, and is erased with it while the vote is open", async () => {
    const { cycleId, actor, kept } = await newVote();
    await castBallot(deps, actor, wish(cycleId, [1, 2]));
    expect(await exportHeldData(deps, actor)).toMatchObject({ ballots: [{ cycle: 1, choices: [1, 2] }] });
    expect(await eraseResident(deps, actor, "asked")).toBe(true);
    expect(await kept()).toEqual([]);
  });

  test("erased after the close it stays, and is nobody's", async () => {
    const { cycleId, actor, kept } = await newVote();
    await castBallot(deps, actor, wish(cycleId, [1, 2]));
    await database.db.update(cycles).set({ stage: "panel" }).where(eq(cycles.id, cycleId));
    expect(await eraseResident(deps, actor, "asked")).toBe(true);
    expect(await kept()).toMatchObject([{ choices: [1, 2], voterKey: null, receipt: null, ageBand: null }]);
  });
});

test("the database too refuses a ballot of a closed vote and one for a candidate left off", async () => {
  const { here, cycleId, actor } = await newVote();
  await castBallot(deps, actor, wish(cycleId, [1]));
  const set = (choices: number[]) =>
    seePlatform(database.db, (tx) => tx.update(ballots).set({ choices }).where(eq(ballots.cycleId, cycleId)));
  await expect(set([6])).rejects.toMatchObject({ cause: { code: "23514" } });
  await database.db.update(cycles).set({ stage: "panel" }).where(eq(cycles.neighbourhoodId, here));
  await expect(set([2])).rejects.toMatchObject({ cause: { code: "23514" } });
  expect(await database.db.select().from(candidates).where(eq(candidates.cycleId, cycleId))).toHaveLength(6);
});
