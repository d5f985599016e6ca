import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { deviceMark } from "#app/abstraction-form.server.ts";
import { recordingSchema } from "#app/components/tasking/record-schema.ts";
import { readForm } from "#app/forms.server.ts";
import { recordFromForm, requireRecorder } from "#app/tasking-record.server.ts";

const answer = (body: Readonly<Record<string, unknown>>, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });

/** Says whose words a device may send to a meeting now. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireRecorder(args);
  return answer({ mark: deviceMark(args, visit) });
}

/** Takes one thing that a screen wrote, under its key. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireRecorder(args);
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
