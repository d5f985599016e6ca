import { normaliseEmail } from "#app/domain/account/email-address.ts";

/** The one setting that is no figure: where the force's contact centre gets its alarms. */
export const contactCentreKey = "contactCentreEmail";

/** The address as it was stored; null for none. */
export const contactCentreOf = (stored: unknown): string | null =>
  typeof stored === "string" ? normaliseEmail(stored) : null;

export type TypedAddress = { ok: true; email: string | null } | { ok: false; message: string };

/** What was typed, as it is kept. Left empty, nobody is mailed. */
export function readTypedAddress(typed: string): TypedAddress {
  if (typed.trim() === "") return { ok: true, email: null };
  const email = normaliseEmail(typed);
  return email === null
    ? {
        ok: false,
        message:
          "Enter an email address in the correct format, like control.room@example.org, or leave it empty",
      }
    : { ok: true, email };
}
