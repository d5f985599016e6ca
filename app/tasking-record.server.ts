import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { RecordingForm } from "#app/components/tasking/record-schema.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { forbidden, type Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { correctEntry } from "#app/services/tasking/correct-entry.server.ts";
import { recordAction } from "#app/services/tasking/record-action.server.ts";
import { recordCarried } from "#app/services/tasking/record-carried.server.ts";
import { recordDecision } from "#app/services/tasking/record-decision.server.ts";
import type { Recorded } from "#app/services/tasking/record-in-meeting.server.ts";
import { recordNote } from "#app/services/tasking/record-note.server.ts";
import { requireSeat, requireTasking } from "#app/tasking-guard.server.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";

/**
 * The guard of what only whoever records a meeting sends, whoever chairs that one alone among them: a meeting that is not
 * theirs is not there, one they read is forbidden.
 */
export async function requireRecorder(args: LoaderFunctionArgs): Promise<Visit> {
  const { visit, held, isRecorder } = await findRecorder(args);
  if (isRecorder) return visit;
  // Whoever has no joint tasking, or none today, is told that first.
  await requireTasking(args);
  throw held === null ? notFound() : forbidden();
}

/** The guard of the page of a meeting: of whoever records it, and of everybody else who has joint tasking. */
export async function requireMeeting(args: LoaderFunctionArgs): Promise<Visit> {
  const { visit, isRecorder } = await findRecorder(args);
  return isRecorder ? visit : requireTasking(args);
}

async function findRecorder(args: LoaderFunctionArgs) {
  const visit = await requireSeat(args);
  const { actor, read } = visit;
  const reference = args.params["reference"] ?? "";
  const today = londonDay(args.context.now);
  const held = await read((tx) => findTaskingMeeting(tx, taskingReaderOf(actor), reference, today));
  return { visit, held, isRecorder: held !== null && mayRecordIn(actor, held) };
}

/** Writes down what a form says, from a page or from a device that kept it. A meeting that is not theirs is not there. */
export async function recordFromForm(
  args: ActionFunctionArgs,
  visit: Visit,
  form: RecordingForm,
): Promise<Recorded> {
  const recorded = await write(args, visit, form);
  if (recorded === null) throw notFound();
  return recorded;
}

function write(
  { context: { db, now }, params }: ActionFunctionArgs,
  { actor }: Visit,
  form: RecordingForm,
): Promise<Recorded | null> {
  const deps = { db, now };
  const recording = { reference: params["reference"] ?? "", key: form.key };
  switch (form.intent) {
    case "note":
      return recordNote(deps, actor, { ...recording, words: form.words, itemId: form.itemId ?? null });
    case "decision": {
      const { words, reason } = form;
      return recordDecision(deps, actor, { ...recording, words, reason, itemId: form.itemId ?? null });
    }
    case "action": {
      const { kind, task, agencyId, position, dueOn } = form;
      const wanted = { kind, task, agencyId, position, dueOn, itemId: form.itemId ?? null };
      return recordAction(deps, actor, { ...recording, ...wanted });
    }
    case "carried":
      return recordCarried(deps, actor, {
        ...recording,
        actionId: form.actionId,
        outcome: form.outcome,
        words: form.words ?? "",
        dueOn: form.dueOn,
        agencyId: form.agencyId ?? null,
        position: form.position ?? "",
        publicLine: form.publicLine ?? null,
        withheldReason: form.withheldReason ?? null,
      });
    case "correct": {
      const { replaces, words, reason = "" } = form;
      return correctEntry(deps, actor, { ...recording, replaces, words, reason });
    }
  }
}
