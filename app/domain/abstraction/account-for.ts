import { confirmationWith, isConfirmedInTime } from "./confirmation.ts";
import { entriesIn, type PostTime } from "./duty-uses.ts";
import type { Confirmation } from "./words.ts";

/** A duty that a change of entries may touch. */
export interface TouchedDuty extends PostTime {
  id: string;
  confirmedAs: Confirmation | null;
}

/** What follows for duties from what stands in them now. */
export interface Accounting {
  /** Confirmed by whoever wrote the entry. */
  confirmed: { id: string; as: Confirmation; isInTime: boolean }[];
  /** Confirmed before, and held to say something else now. */
  anew: Record<Confirmation, string[]>;
}

/**
 * What a change of entries says of the duties it touches. Somebody who may confirm them does so by logging; a duty that
 * was confirmed stays so, and says what is in it.
 */
export function accountFor(
  duties: readonly TouchedDuty[],
  entries: readonly PostTime[],
  { mayConfirm, now }: { mayConfirm: boolean; now: Date },
): Accounting {
  const accounting: Accounting = { confirmed: [], anew: { logged: [], nil: [] } };
  for (const duty of duties) {
    const as = confirmationWith(entriesIn(duty, entries).length);
    if (duty.confirmedAs !== null) {
      if (duty.confirmedAs !== as) accounting.anew[as].push(duty.id);
    } else if (mayConfirm && as === "logged") {
      accounting.confirmed.push({ id: duty.id, as, isInTime: isConfirmedInTime(duty.endsAt, now) });
    }
  }
  return accounting;
}
