import { can, platform, type Actor } from "#app/domain/actor.ts";
import type { AskedQuestion } from "#app/domain/feedback/asked.ts";
import { isTakingAnswers } from "#app/domain/feedback/round.ts";
import { shownPoll } from "#app/domain/feedback/shown-poll.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { speaksForAnAgency } from "#db/queries/account.ts";
import { findVoter } from "#db/queries/ballot.ts";
import { findReply, findRound, roundNow, type FeedbackRound } from "#db/queries/feedback.ts";
import { latestOutcome } from "#db/queries/feedback-shown.ts";
import { findPriority, findPriorityById, type Priority } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import { placementOf } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readFeedbackToken } from "./feedback-token.server.ts";

interface ReadDeps {
  db: Db;
  now: Date;
}

/** What the page of a link asks, and what its reader said already; null where the link is none of ours. Records nothing. */
export function readAskedByLink(
  deps: ReadDeps & { keys: Pick<Keys, "links">; requestId: string },
  token: string,
) {
  const asked = readFeedbackToken(deps.keys, token);
  if (asked === null) return Promise.resolve(null);
  return withActor(deps.db, platform(deps.requestId), async (tx) => {
    const round = await findRound(tx, asked.roundId);
    const priority = round === null ? null : await findPriorityById(tx, round.priorityId);
    if (round === null || priority === null) return null;
    // A priority that was returned or came back meanwhile is asked about anew, by another link.
    const isCurrent = (await roundNow(tx, priority))?.id === round.id;
    return viewOf(tx, deps.now, { priority, round, isCurrent, accountId: asked.accountId });
  });
}

/** The same to whoever opens the page of a priority, signed in or not; null where there is no such priority. */
export const readAskedOf = (deps: ReadDeps, actor: Actor, reference: string) =>
  withActor(deps.db, platform(actor.requestId), async (tx) => {
    const priority = await findPriority(tx, reference);
    if (priority === null || priority.state === "proposed") return null;
    const round = await roundNow(tx, priority);
    const accountId = can(actor, "feedback:give") ? actor.accountId : null;
    const view = await viewOf(tx, deps.now, { priority, round, isCurrent: true, accountId });
    return { ...view, isSignedIn: actor.accountId !== null };
  });

interface Asked {
  priority: Priority;
  round: FeedbackRound | null;
  isCurrent: boolean;
  /** Of who might answer; null for a stranger, and for the police and partners. */
  accountId: string | null;
}

async function viewOf(
  tx: Db,
  now: Date,
  { priority, round, isCurrent, accountId }: Asked,
): Promise<AskedQuestion> {
  const isResident = accountId !== null && (await isAskable(tx, accountId));
  return {
    reference: priority.reference,
    title: priority.title,
    isTakenDown: priority.takenDownAt !== null,
    place: (await placementOf(tx, priority.neighbourhoodId))?.name ?? "",
    kind: round?.kind ?? "sign-off",
    closesOn: round?.closesOn ?? null,
    isOpen: round !== null && isCurrent && isTakingAnswers(round, londonDay(now)),
    outcome: await latestOutcome(tx, priority.id),
    poll: round === null ? null : shownPoll(round, await readSettings(tx)),
    isResident,
    own: isResident && round !== null ? await findReply(tx, round.id, accountId) : null,
  };
}

async function isAskable(tx: Db, accountId: string): Promise<boolean> {
  const resident = await findVoter(tx, accountId);
  return resident !== null && !(await speaksForAnAgency(tx, resident.emailKey));
}
