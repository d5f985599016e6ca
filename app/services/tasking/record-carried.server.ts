import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { CarriedOutcome } from "#app/domain/tasking/action.ts";
import { carriedEntryWords, carriedRefusal, outcomeBegins } from "#app/domain/tasking/carried.ts";
import { problemsOfEntry } from "#app/domain/tasking/recording.ts";
import { dueDayRefusal } from "#app/domain/tasking/wanted-action.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import {
  findTaskingAction,
  isActionOf,
  lockTaskingAction,
  type HeldTaskingAction,
} from "#db/queries/tasking-action.ts";
import type { TaskingEntry } from "#db/queries/tasking-entry.ts";
import { findCarried, writeCarried } from "#db/queries/tasking-record.ts";
import type { Db } from "#db/types.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { checkWantedOwner } from "./check-wanted-action.server.ts";
import { closeTaskingAction } from "./close-action.server.ts";
import { giveToOther, moveToDay } from "./move-action.server.ts";
import { recordInMeeting, refusedRecord, type Recorded, type Recording } from "./record-in-meeting.server.ts";

export interface WantedOutcome extends Recording {
  actionId: string;
  outcome: CarriedOutcome;
  /** The result of what is done, the reason of everything else. */
  words: string;
  /** Of what goes on and of what is given on. */
  dueOn: Day | null;
  /** Of what is given on. */
  agencyId: string | null;
  position: string;
  /** Of what is done. */
  publicLine: string | null;
  withheldReason: string | null;
}

/** Writes down what a meeting found of an action from last time, and does with the action what was found. */
export const recordCarried = (
  deps: TaskingDeps,
  actor: Actor,
  { reference, key, ...wanted }: WantedOutcome,
): Promise<Recorded | null> => {
  // Its entry says the outcome first.
  const isSame = async (entry: TaskingEntry, tx: Db) =>
    entry.kind === "carried" &&
    entry.actionId === wanted.actionId &&
    entry.words.startsWith(outcomeBegins[wanted.outcome]) &&
    entry.words.endsWith(wanted.words.trim()) &&
    (await isActionOf(tx, wanted.actionId, movedBy(wanted)));
  return recordInMeeting(deps, actor, { reference, key, isSame }, async (tx, { meeting }) => {
    const { actionId, outcome } = wanted;
    const held = await findTaskingAction(tx, taskingReaderOf(actor), actionId, londonDay(deps.now));
    const carried = held === null ? null : await findCarried(tx, meeting.id, actionId);
    const action = carried === null ? null : await lockTaskingAction(tx, actionId);
    if (held === null || carried === null || action === null)
      return refused("actionId", "Choose an action from last time");
    if (carried.outcome !== null)
      return refused(
        "actionId",
        "What became of this action is written down already. Change it on its own page",
      );
    const refusal = carriedRefusal(action.state, outcome);
    if (refusal !== null) return refused("outcome", refusal);
    const given = await applyOutcome(tx, { actor, now: deps.now }, { ...held, action }, wanted);
    if ("ok" in given) return given;
    const words = carriedEntryWords(outcome, { words: wanted.words, ...given });
    await writeCarried(
      tx,
      { meetingId: meeting.id, actionId },
      { outcome, note: words, by: actor.accountId, at: deps.now },
    );
    return { kind: "carried", itemId: null, words, actionId };
  });
};

/** What an outcome makes of whose an action is and by when. */
function movedBy({ outcome, agencyId, position, dueOn }: Omit<WantedOutcome, keyof Recording>) {
  if (dueOn === null || outcome === "done" || outcome === "withdrawn") return {};
  return outcome === "given-on" && agencyId !== null ? { agencyId, position, dueOn } : { dueOn };
}

/** What of an outcome its entry says. */
interface Applied {
  dueOn: Day | null;
  to: string | null;
}
const nothingMore: Applied = { dueOn: null, to: null };

async function applyOutcome(
  tx: Db,
  by: { actor: Actor; now: Date },
  held: HeldTaskingAction,
  {
    outcome,
    words,
    dueOn,
    agencyId,
    position,
    publicLine,
    withheldReason,
  }: Omit<WantedOutcome, keyof Recording>,
): Promise<Applied | Refused> {
  const today = londonDay(by.now);
  if (outcome === "done" || outcome === "withdrawn") {
    if (outcome === "done" && (publicLine ?? "").trim() !== "" && (withheldReason ?? "").trim() !== "")
      return refused("withheldReason", "Say what residents may read, or why they read nothing: not both");
    // Closed since it was carried: the meeting only takes note.
    if (held.action.state === outcome) {
      const errors = words.trim() === "" ? [] : problemsOfEntry("words", words, "");
      return errors.length > 0 ? refusedRecord(errors) : nothingMore;
    }
    const closed = await closeTaskingAction(
      tx,
      by,
      held,
      outcome === "done" ? { to: outcome, words, publicLine, withheldReason } : { to: outcome, words },
    );
    return closed.ok ? nothingMore : closed;
  }
  if (dueOn === null) return refused("dueOn", "Enter by when it is to be done");
  const errors = problemsOfEntry(
    "words",
    words,
    outcome === "goes-on" ? "Say why it goes on" : "Say why it is given on",
  );
  if (outcome === "goes-on") {
    const late = dueDayRefusal(dueOn, today);
    if (late !== null) errors.push({ field: "dueOn", message: late });
    if (errors.length > 0) return refusedRecord(errors);
    await moveToDay(tx, by, held, { step: "goes-on", dueOn, words });
    return { dueOn, to: null };
  }
  if (agencyId === null) return refused("agencyId", "Choose the agency that it is given to");
  const owner = { agencyId, position, ownerId: null, dueOn };
  errors.push(...(await checkWantedOwner(tx, held.group, owner, today)));
  if (errors.length > 0) return refusedRecord(errors);
  const agency = await giveToOther(tx, by, held, { step: "given-on", ...owner, words });
  return { dueOn, to: `${agency}, ${position.trim()}` };
}
