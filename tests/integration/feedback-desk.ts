import type { FeedbackAnswer } from "#app/domain/feedback/answers.ts";
import { planFieldNames, planFields } from "#app/domain/plan/fields.ts";
import { planStages } from "#app/domain/plan/states.ts";
import { addDays } from "#app/domain/team/day.ts";
import { closeRounds } from "#app/services/feedback/close-rounds.server.ts";
import { replyToFeedback } from "#app/services/feedback/reply-to-feedback.server.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { conveneSignOff } from "#app/services/panel/convene-sign-off.server.ts";
import { recordAttendance } from "#app/services/panel/record-attendance.server.ts";
import { recordSignOff } from "#app/services/panel/record-sign-off.server.ts";
import { fileOutcome, type Outcome } from "#app/services/plan/file-outcome.server.ts";
import { acceptPriority } from "#app/services/priority/accept-priority.server.ts";
import type { PanelChoice } from "#app/domain/panel/motion.ts";
import { findResolution } from "#db/queries/panel.ts";
import { findPlanOf, insertInvolvement, writeFields } from "#db/queries/plan.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { platform } from "#app/domain/actor.ts";
import { openPanelTest } from "./panel-force.ts";
import { now, today } from "./people-force.ts";
import { addVoters } from "./vote-desk.ts";

const outcome: Outcome = {
  done: "The council put up a sign that shows the speed.",
  changed: "Fewer drivers go too fast.",
  notAchieved: "Early mornings are as they were.",
  remains: "The school keeps its walking bus.",
  before: "38 of 100 drivers too fast, March 2026",
  after: "12 of 100 drivers too fast, September 2026",
};

/** What stands in each kind of field once the plan is worked through. */
const written = {
  text: "Lights\nSigns",
  line: "Drivers who go too fast",
  number: "12",
  day: "2027-03-31",
  choice: "reduced",
} as const;

export const onDay = (days: number) => new Date(`${addDays(today, days)}T10:00:00Z`);

/**
 * A neighbourhood with a priority that 38 people voted for, which its panel adopted and the inspector accepted. What
 * else the panel adopted waits for the inspector.
 */
export async function openFeedbackTest(members = 12, alsoAdopted: readonly string[] = []) {
  const panel = await openPanelTest(members);
  const { db, sergeant, id } = panel;
  const first = async () => {
    const [priority] = await db.select().from(schema.priorities).orderBy(schema.priorities.slot).limit(1);
    if (priority === undefined) throw new Error("There is no priority.");
    return priority;
  };
  const there = panel.memberNames.slice(0, 6);
  const meeting = await panel.convene();
  await panel.attend(meeting, there);
  await panel.voteAll(meeting, there);
  await panel.record(meeting, ["speeding", ...alsoAdopted]);
  const { reference, version, id: priorityId } = await first();
  await acceptPriority(panel.deps, await panel.actor("Inspector"), { reference, version });

  const plan = async () => {
    const found = await withActor(db, sergeant, (tx) => findPlanOf(tx, priorityId));
    if (found === null) throw new Error("There is no plan.");
    return found;
  };
  /** All of it written, as far as the assessment. */
  const workThrough = async () => {
    const { id: planId } = await plan();
    await withActor(db, sergeant, async (tx) => {
      await writeFields(
        tx,
        planId,
        planFieldNames.map((name) => ({ name, value: written[planFields[name].kind], version: 1 })),
        { at: now, by: sergeant.accountId },
      );
      for (const stage of planStages.slice(1, 6))
        await insertInvolvement(tx, {
          planId,
          stage,
          heldOn: today,
          who: "Parents",
          how: "At the school gate",
          whatChanged: "The times that were watched",
          addedAt: now,
        });
    });
    await db.update(schema.plans).set({ stage: "assessment" });
  };
  const file = async (at = now) =>
    fileOutcome({ db, now: at }, sergeant, { reference, version: (await plan()).version, outcome });
  const residents = await addVoters(db, id("n1"), 20);
  /** As many residents as there are answers give one each. */
  const answerAll = async (answers: readonly FeedbackAnswer[], at = now) => {
    for (const [index, answer] of answers.entries()) {
      const resident = residents[index];
      if (resident === undefined) throw new Error("There are not so many residents.");
      const said = await replyToFeedback({ db, now: at }, resident, {
        reference,
        answer,
        told: "yes",
        words: `Canary ${index}`,
      });
      if (!said.ok) throw new Error(JSON.stringify(said));
    }
  };
  const close = (at: Date) => closeRounds({ db, now: at, signal: new AbortController().signal });
  const round = async () =>
    (await db.select().from(schema.feedbackRounds).orderBy(schema.feedbackRounds.number)).at(-1);

  /** A meeting on sign-off with these votes, each of a member who is there; what came of recording it. */
  const decide = async (votes: readonly PanelChoice[], at: Date) => {
    const deps = { db, now: at };
    const heldOn = at.toISOString().slice(0, 10);
    const called = await conveneSignOff(deps, sergeant, {
      priorityId,
      format: "in-person",
      heldOn,
      writtenVoteDays: 0,
    });
    if (called?.ok !== true) return called;
    const resolutionId = called.id;
    const names = panel.memberNames.slice(0, votes.length);
    await recordAttendance(deps, sergeant, {
      resolutionId,
      presentIds: names.map(id),
      chairId: id(names[0] ?? ""),
    });
    const [item] = await panel.items(resolutionId);
    for (const [index, choice] of votes.entries()) {
      const name = names[index] ?? "";
      await castPanelVotes(deps, await panel.asMember(name), {
        resolutionId,
        votes: [{ itemId: item?.id ?? "", memberId: id(name), choice }],
      });
    }
    const resolution = await withActor(db, platform(), (tx) => findResolution(tx, resolutionId));
    return recordSignOff(deps, sergeant, {
      resolutionId,
      version: resolution?.version ?? 0,
      reason: "Drivers slow down at the school.",
    });
  };
  return {
    ...panel,
    reference,
    priorityId,
    first,
    plan,
    workThrough,
    file,
    residents,
    answerAll,
    closeOn: close,
    round,
    decide,
  };
}

export type FeedbackTest = Awaited<ReturnType<typeof openFeedbackTest>>;
