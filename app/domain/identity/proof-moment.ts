import { freshForMs } from "#app/domain/session/session.ts";

/**
 * When a person proved who they are, for a session that begins now: a provider may answer for somebody who did so this
 * morning. Where it does not say when, the proof counts as just too old for what needs a fresh one.
 */
export function proofMoment(authenticatedAt: Date | null, now: Date): Date {
  const tooOld = new Date(now.getTime() - freshForMs - 1);
  if (authenticatedAt === null) return tooOld;
  return authenticatedAt < now ? authenticatedAt : now;
}
