import type { SubmissionResult } from "@conform-to/react";

/** A reply to a refused form without what was typed into some fields: a password does not travel back. */
export function withoutSecrets(reply: SubmissionResult, names: readonly string[]): SubmissionResult {
  const kept = Object.entries(reply.initialValue ?? {}).filter(([name]) => !names.includes(name));
  return { ...reply, initialValue: Object.fromEntries(kept) };
}
