/** One thing wrong with what was asked; `field` is the form's, or "form" for all of it. */
export interface FieldError {
  field: string;
  message: string;
}

export type Refused = { ok: false; errors: readonly FieldError[] };

/** What became of a change: done, or refused with what is wrong. */
export type Change = { ok: true } | Refused;

export const done: Change = { ok: true };

export const refused = (field: string, message: string): Refused => ({
  ok: false,
  errors: [{ field, message }],
});

/** The errors by field, as a form takes them. */
export function errorsByField(errors: readonly FieldError[]): Record<string, string[]> {
  const byField: Record<string, string[]> = {};
  for (const { field, message } of errors) byField[field] = [...(byField[field] ?? []), message];
  return byField;
}
