import { eq } from "drizzle-orm";
import { randomInt } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import { openBatch } from "#app/services/ballot/open-batch.server.ts";
import * as schema from "#db/schema/index.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { addCycle, addNeighbourhood, addVoters, seePlatform } from "./vote-desk.ts";

/** A vote of its own, with residents online and residents on paper, and what they do. */
export async function openVote(
  deps: { db: TestDatabase["db"]; now: Date },
  enterer: Actor,
  { online = 0, onPaper = 0 }: { online?: number; onPaper?: number },
) {
  const { db } = deps;
  const here = await addNeighbourhood(db);
  const cycleId = await addCycle(db, here);
  const voters = online === 0 ? [] : await addVoters(db, here, online);
  const papers = onPaper === 0 ? [] : await addVoters(db, here, onPaper);
  const references: string[] = [];
  for (const { accountId } of papers) {
    const reference = referenceOf("resident", randomInt(referenceCount("resident")));
    references.push(reference);
    await db
      .update(schema.residents)
      .set({ reference, enteredBy: enterer.accountId })
      .where(eq(schema.residents.accountId, accountId ?? ""));
  }
  const rows = (choices: readonly string[]) =>
    choices.map((typed, at) => ({
      reference: references[at] ?? "",
      choices: typed,
      isToBeTold: at === 0,
    }));
  return {
    here,
    cycleId,
    voters,
    papers,
    rows,
    open: async () => {
      const opened = await openBatch(deps, enterer, { cycleId, mode: "paper" });
      if (opened?.ok !== true) throw new Error("A batch was refused.");
      return opened.batchId;
    },
    close: () => db.update(schema.cycles).set({ stage: "panel" }).where(eq(schema.cycles.id, cycleId)),
    kept: () =>
      seePlatform(db, (tx) => tx.select().from(schema.ballots).where(eq(schema.ballots.cycleId, cycleId))),
    tally: async () => {
      const [tally] = await db.select().from(schema.tallies).where(eq(schema.tallies.cycleId, cycleId));
      return tally;
    },
  };
}
