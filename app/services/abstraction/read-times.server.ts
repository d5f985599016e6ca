import type { FieldError } from "#app/domain/account/change.ts";
import type { Span } from "#app/domain/abstraction/month.ts";
import type { WantedTimes } from "#app/domain/abstraction/typed-times.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { latestDuty } from "#db/queries/duty-time.ts";
import type { Db } from "#db/types.ts";

export type ReadTimes = { ok: true; span: Span } | { ok: false; errors: readonly FieldError[] };

const minuteMs = 60_000;
/** A shift that ended not long ago, or is about to begin, is "this shift" too. */
const hoursBack = 12;
const hoursAhead = 2;

const wholeMinute = (at: Date) => new Date(Math.floor(at.getTime() / minuteMs) * minuteMs);

/** The times that are meant, by the duties of the post. */
export async function readTimes(tx: Db, postId: string, wanted: WantedTimes, now: Date): Promise<ReadTimes> {
  if (wanted.kind === "span") return { ok: true, span: { from: wanted.from, to: wanted.to } };
  const at = wholeMinute(wanted.at ?? now);
  if (wanted.kind === "shift") {
    const duty = await latestDuty(tx, postId, {
      from: hoursAfter(at, -hoursBack),
      to: hoursAfter(at, hoursAhead),
    });
    return duty === null
      ? none("This post has no duty about now. Enter when it began and when it ends")
      : { ok: true, span: { from: duty.startsAt, to: duty.endsAt } };
  }
  const duty = await latestDuty(tx, postId, { from: at, to: at });
  return duty === null
    ? none("This post is on no duty now. Enter when it began and when it ends")
    : { ok: true, span: { from: at, to: duty.endsAt } };
}

const none = (message: string): ReadTimes => ({ ok: false, errors: [{ field: "startsAt", message }] });
