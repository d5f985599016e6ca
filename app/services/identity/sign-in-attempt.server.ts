import { z } from "zod";
import { seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";

/** How long a person may take at the provider. */
export const attemptLastsMs = 10 * 60_000;

const attemptSchema = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  /** Where to go afterwards. */
  next: z.string(),
  /** A new proof for the session that this browser has, rather than a new session. */
  isFresh: z.boolean(),
  startedAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** One sign-in under way. It lives only in the browser that began it, so no other browser can finish it. */
export type SignInAttempt = z.output<typeof attemptSchema>;

const context = "sign-in-attempt";

/** The attempt as a cookie may carry it: nobody can read or change it. */
export const sealAttempt = (keys: Keys, attempt: SignInAttempt): string =>
  seal(keys, context, JSON.stringify(attempt));

/** The attempt that was sealed, or null where it is none of ours or older than ten minutes. */
export function openAttempt(keys: Keys, sealed: string, now: Date): SignInAttempt | null {
  try {
    const attempt = attemptSchema.parse(JSON.parse(unseal(keys, context, sealed)));
    const ageMs = now.getTime() - attempt.startedAt.getTime();
    return ageMs >= 0 && ageMs <= attemptLastsMs ? attempt : null;
  } catch {
    // Altered, cut short, or sealed before the keys changed: all mean "begin again".
    return null;
  }
}
