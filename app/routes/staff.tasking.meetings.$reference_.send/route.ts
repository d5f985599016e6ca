import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { deviceMark } from "#app/abstraction-form.server.ts";
import { recordingSchema } from "#app/components/tasking/record-schema.ts";
import { mayRecord } from "#app/domain/tasking/reading.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { readForm } from "#app/forms.server.ts";
import { forbidden, requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { recordFromForm } from "#app/tasking-record.server.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";

const answer = (body: Readonly<Record<string, unknown>>, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });

/** Says whose words a device may send to a meeting now. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read");
  const { actor, read } = visit;
  const today = londonDay(args.context.now);
  const held = await read((tx) =>
    findTaskingMeeting(tx, taskingReaderOf(actor), args.params["reference"] ?? "", today),
  );
  if (held === null) throw notFound();
  if (!mayRecord(actor, held.group)) throw forbidden();
  return answer({ mark: deviceMark(args, visit) });
}

/** Takes one thing that a screen wrote, under its key. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireActor(args, "tasking:read");
  const form = await readForm(args.request, recordingSchema);
  if (!form.ok) {
    const messages = Object.values(form.reply.error ?? {}).flatMap((said) => said ?? []);
    return answer({ ok: false, messages }, 400);
  }
  const recorded = await recordFromForm(args, visit, form.value);
  return recorded.ok
    ? answer({ ok: true, number: recorded.number })
    : answer({ ok: false, messages: recorded.errors.map(({ message }) => message) }, 400);
}
