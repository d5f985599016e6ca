import { parseWithZod } from "@conform-to/zod/v4";
import type { SubmissionResult } from "@conform-to/react";
import { data, type AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import { errorsByField, type FieldError } from "#app/domain/account/change.ts";

/** What was typed, back to the page with what is wrong; nothing typed is lost. */
type Refusal = (fieldErrors: Record<string, string[]>) => SubmissionResult;

export type FormRead<Value> =
  { ok: true; value: Value; refuse: Refusal } | { ok: false; reply: SubmissionResult };

/**
 * Reads a posted form by its schema: the only way a form comes in. `reply` is what `useForm({ lastResult })`
 * shows again; `refuse` makes such a reply from a rule that only the server can know.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormRead<z.output<Schema>>> {
  const submission = parseWithZod(await request.formData(), { schema });
  return submission.status === "success"
    ? { ok: true, value: submission.value, refuse: (fieldErrors) => submission.reply({ fieldErrors }) }
    : { ok: false, reply: submission.reply() };
}

// Which requests ended in a refused form: a page's head is made from loaders' data, which knows no action's.
const refused = new WeakSet<AppLoadContext>();

/** The answer to a form with something wrong in it: status 400, and the page drawn again, "Error: " in its title. */
export function badForm<Extra extends object>(
  context: AppLoadContext,
  reply: SubmissionResult,
  extra: Extra,
) {
  refused.add(context);
  return data({ reply, ...extra }, { status: 400, headers: { "Cache-Control": "private, no-store" } });
}

/** The same for what a service refused: each message at its field, those about the whole form by themselves. */
export function refusedForm(
  context: AppLoadContext,
  { refuse }: { refuse: Refusal },
  errors: readonly FieldError[],
) {
  const { form: messages = [], ...byField } = errorsByField(errors);
  return badForm(context, refuse(byField), { messages });
}

/** Whether the action of this very request refused a form. */
export const hasRefusedForm = (context: AppLoadContext): boolean => refused.has(context);
