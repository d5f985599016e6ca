import type { Keys } from "#app/services/keys/keys.server.ts";
import type { Db } from "#db/types.ts";

/** What every service of members takes first. */
export interface Deps {
  db: Db;
  now: Date;
  keys: Keys;
}

/** Something the person can put right, by the field it is about. */
export interface FieldError<Field extends string> {
  field: Field;
  message: string;
}

export const refusal = <Field extends string>(field: Field, message: string) => ({
  ok: false as const,
  errors: [{ field, message }],
});
