/** What a service says a person can put right. */
export type FieldErrors = readonly { field: string; message: string }[];

/** The same as a form's `refuse` takes it. */
export const byField = (errors: FieldErrors): Record<string, string[]> =>
  Object.fromEntries(errors.map(({ field, message }) => [field, [message]]));
