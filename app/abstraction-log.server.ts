import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { factsOfForm, timesOfForm } from "#app/components/abstraction/entry-schema.ts";
import type { logSchema } from "#app/components/abstraction/log-schema.ts";
import { readTypedTimes } from "#app/domain/abstraction/typed-times.ts";
import type { Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { logEntry, refusedEntry, type Logged } from "#app/services/abstraction/log-entry.server.ts";

/** Logs what a form says, from a page or from a device that kept it. A post that is not theirs is not there. */
export async function logFromForm(
  { context }: ActionFunctionArgs,
  { actor }: Visit,
  form: z.output<typeof logSchema>,
): Promise<Logged> {
  const { db, now } = context;
  const at = form.at === undefined ? null : new Date(form.at);
  // What was chosen on a device came before it is sent; its clock may be a little fast.
  const typed = readTypedTimes(timesOfForm(form, at === null || at > now ? null : at), now);
  if (!typed.ok) return refusedEntry(typed.errors);
  const { id, postId, code } = form;
  const logged = await logEntry({ db, now }, actor, {
    ...factsOfForm(form),
    id,
    postId,
    code,
    times: typed.times,
  });
  if (logged === null) throw notFound();
  return logged;
}
