import { and, eq } from "drizzle-orm";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`);

type Counts = readonly [
  solved: number,
  betterEnough: number,
  betterNotEnough: number,
  noChange: number,
  worse: number,
  dontKnow: number,
];

interface Round {
  number: number;
  /** Its last day. */
  closesOn: Day;
  quorum: number;
  counts: Counts;
  kind?: "sign-off" | "lasting";
}

/** A round that was counted: 7 of 10 who know is the worked example. */
export async function closeRound(db: Db, priorityId: string, { counts, ...round }: Round) {
  const [solved, betterEnough, betterNotEnough, noChange, worse, dontKnow] = counts;
  const replies = counts.reduce((sum, count) => sum + count, 0);
  const isFewReplies = replies < round.quorum;
  await db.insert(schema.feedbackRounds).values({
    priorityId,
    kind: "sign-off",
    ...round,
    opensOn: addDays(round.closesOn, -21),
    isExtended: isFewReplies,
    outreach: isFewReplies ? "The team knocked on doors in School Lane." : null,
    voters: 38,
    closedAt: atNoon(addDays(round.closesOn, 1)),
    solved,
    betterEnough,
    betterNotEnough,
    noChange,
    worse,
    dontKnow,
    told: replies,
    isPassed: (solved + betterEnough) * 100 >= 60 * (replies - dontKnow),
    isFewReplies,
  });
}

/** What the panel decided about a round, a week after it. */
export async function decideSignOff(
  db: Db,
  priorityId: string,
  { on, isCarried, reason }: { on: Day; isCarried: boolean; reason: string },
) {
  const [priority] = await db.select().from(schema.priorities).where(eq(schema.priorities.id, priorityId));
  const [resolution] = await db
    .insert(schema.resolutions)
    .values({
      neighbourhoodId: priority?.neighbourhoodId ?? "",
      kind: "sign-off",
      format: "in-person",
      state: "decided",
      heldOn: on,
      membersTotal: 12,
      quorum: 5,
      present: 6,
      motion: "That it is signed off.",
      openedAt: atNoon(on),
      closesAt: atNoon(on),
      decidedAt: atNoon(on),
    })
    .returning();
  await db.insert(schema.resolutionItems).values({
    resolutionId: resolution?.id ?? "",
    priorityId,
    place: 1,
    isMoved: true,
    reason,
    votesFor: isCarried ? 4 : 1,
    votesAgainst: isCarried ? 1 : 4,
    abstentions: 1,
    isCarried,
  });
}

const isOver: readonly PriorityState[] = ["signed-off", "closed-without-signoff", "lapsed"];

/** Puts a priority into a state, with the public line of the step that led there. */
export async function movePriority(db: Db, priorityId: string, to: PriorityState, line: string, on: Day) {
  const at = atNoon(on);
  await db.insert(schema.priorityEvents).values({ priorityId, at, from: "in-progress", to, line });
  await db
    .update(schema.priorities)
    .set({ state: to, changedAt: at, ...(isOver.includes(to) ? { slot: null, endedAt: at } : {}) })
    .where(and(eq(schema.priorities.id, priorityId)));
}
