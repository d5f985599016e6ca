import { referenceOf } from "#app/domain/reference/reference.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { feedbackRounds } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { fillChoices } from "#tests/support/choices.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { closeRound, decideSignOff, movePriority } from "#tests/support/priority-ends.ts";
import { addEngagement, addMeasures, fileReport, fillPlan } from "#tests/support/public-plan.ts";
import type { RunningServer } from "#tests/support/server.ts";

const alfreton = seedId("neighbourhood", "AV01");
const idOf = (number: number) => seedId("priority", `${alfreton}-${number}-0`);

/** The pages of priorities: before any plan, being worked on, asked about, and signed off at the second asking. */
export const priorityPages = {
  without: `/priorities/${referenceOf("priority", 1)}`,
  working: `/priorities/${referenceOf("priority", 2)}`,
  asked: `/priorities/${referenceOf("priority", 3)}`,
  signedOff: `/priorities/${referenceOf("priority", 4)}`,
} as const;

/** The demonstration with plans in Alfreton as full as they get. */
export async function startWithPlans(): Promise<RunningServer> {
  const database = await openTestDatabase();
  const { db } = database;
  const today = londonDay(new Date());
  await fillDemonstration(db, new Date(), () => undefined);
  await fillChoices(db, [alfreton], { cyclesEach: 5, today });

  const working = await fillPlan(db, idOf(2), today, { stage: "response-live", standing: "paused" });
  await addMeasures(db, working, today);
  await addEngagement(db, idOf(2), today);

  const asked = await fillPlan(db, idOf(3), today, { stage: "awaiting-signoff" });
  await fileReport(db, asked, 1, addDays(today, -5));
  await db.insert(feedbackRounds).values({
    priorityId: idOf(3),
    kind: "sign-off",
    number: 1,
    opensOn: addDays(today, -5),
    closesOn: addDays(today, 16),
    voters: 38,
    quorum: 8,
  });
  await movePriority(db, idOf(3), "feedback-open", "Residents are asked whether it worked.", today);

  const over = await fillPlan(db, idOf(4), today, { stage: "closed" });
  await addMeasures(db, over, today);
  await addEngagement(db, idOf(4), today);
  await fileReport(db, over, 1, addDays(today, -120));
  await fileReport(db, over, 2, addDays(today, -50));
  const refused = [3, 2, 3, 2, 0, 0] as const;
  await closeRound(db, idOf(4), { number: 1, closesOn: addDays(today, -90), quorum: 8, counts: refused });
  await movePriority(db, idOf(4), "returned", "Residents returned this priority: 50 %.", addDays(today, -89));
  await db.transaction(async (tx) => {
    const passed = [4, 3, 2, 1, 0, 1] as const;
    const on = addDays(today, -10);
    await closeRound(tx, idOf(4), { number: 2, closesOn: addDays(today, -20), quorum: 8, counts: passed });
    await decideSignOff(tx, idOf(4), { on, isCarried: true, reason: "Drivers slow down at the school." });
    await movePriority(
      tx,
      idOf(4),
      "signed-off",
      "Residents were asked, and the panel signed this priority off.",
      on,
    );
  });

  const facts = { finder: await loadFinder(db), force: await findForce(db) };
  const listening = await listenForTest(db, {}, facts);
  return {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await database.close();
      return 0;
    },
  };
}
