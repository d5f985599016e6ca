import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { deviceMark } from "#app/abstraction-form.server.ts";
import { logFromForm } from "#app/abstraction-log.server.ts";
import { logSchema } from "#app/components/abstraction/log-schema.ts";
import { abstractionLoggers } from "#app/domain/abstraction/reading.ts";
import { readForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";

const answer = (body: Readonly<Record<string, unknown>>, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });

/** Says whose entries a device may send now. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionLoggers);
  return answer({ mark: deviceMark(args, visit) });
}

/** Takes one entry that a device kept, under its number. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionLoggers);
  const form = await readForm(args.request, logSchema);
  if (!form.ok) {
    return answer(
      { ok: false, messages: Object.values(form.reply.error ?? {}).flatMap((said) => said ?? []) },
      400,
    );
  }
  const logged = await logFromForm(args, visit, form.value);
  return logged.ok
    ? answer({ ok: true, id: logged.id, did: logged.did })
    : answer({ ok: false, messages: logged.errors.map(({ message }) => message) }, 400);
}
