import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platform, type Actor } from "#app/domain/actor.ts";
import { retally } from "#app/domain/ballot/published.ts";
import { castBallot } from "#app/services/ballot/cast-ballot.server.ts";
import { certifyTally } from "#app/services/ballot/certify-tally.server.ts";
import { withdrawBallot } from "#app/services/ballot/withdraw-ballot.server.ts";
import { cycles, tallies } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { addCycle, addNeighbourhood, addVoters, noon, panelOpens, wish } from "./vote-desk.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const people = 4;
const act = fc.record({
  who: fc.nat(people - 1),
  // Nothing chosen withdraws; four choices, doubles and strangers to the list are refused.
  choices: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
});

const isGood = (choices: readonly number[]) =>
  choices.length <= 3 && new Set(choices).size === choices.length && choices.every((one) => one <= 5);

test("whatever people cast, change and withdraw, the last of each counts, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (history) => {
      const { db } = database;
      const deps = { db, now: noon, keys };
      const place = await addNeighbourhood(db);
      const cycleId = await addCycle(db, place);
      const voters: readonly Actor[] = await addVoters(db, place, people);
      const model = new Map<number, readonly number[]>();
      for (const { who, choices } of history) {
        const actor = voters[who] ?? platform();
        if (choices.length === 0) {
          const withdrawn = await withdrawBallot(deps, actor, cycleId);
          expect(withdrawn.ok).toBe(model.delete(who));
        } else {
          const cast = await castBallot(deps, actor, wish(cycleId, choices));
          expect(cast.ok).toBe(isGood(choices));
          if (cast.ok) model.set(who, choices);
        }
      }
      await db.update(cycles).set({ stage: "panel" }).where(eq(cycles.id, cycleId));
      await certifyTally({ db, now: panelOpens }, platform(), cycleId);
      const [tally] = await db.select().from(tallies).where(eq(tallies.cycleId, cycleId));
      expect(tally?.counted).toBe(model.size);
      const published = retally(tally?.published ?? "");
      for (const { number, votes } of tally?.result.rows ?? []) {
        const expected = [...model.values()].filter((choices) => choices.includes(number)).length;
        expect([votes, published?.votes.get(number) ?? 0]).toEqual([expected, expected]);
      }
    }),
    { numRuns: 25 },
  );
});
