import type { Actor } from "#app/domain/actor.ts";
import { accountFor } from "#app/domain/abstraction/account-for.ts";
import type { EntryFacts, EntryWords } from "#app/domain/abstraction/entry.ts";
import type { PostRights } from "#app/domain/abstraction/lateness.ts";
import type { Span } from "#app/domain/abstraction/month.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { mostDutyHours } from "#app/domain/roster/read-row.ts";
import { entriesWithin, type AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import type { TouchedSpan } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { confirmDutyRows } from "#db/queries/duty-confirm.ts";
import { accountAnew, lockDutiesWithin } from "#db/queries/duty-time.ts";
import type { Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

export interface EntryDeps {
  db: Db;
  now: Date;
}

/** Who writes about which post, and what they may do about it. */
export interface Writing {
  actor: Actor;
  post: Post;
  rights: PostRights;
  now: Date;
}

/** The facts of an entry as they come back from its row. */
type KeptFacts = Omit<EntryFacts, "requesterRole" | "authoriserRole"> &
  Pick<AbstractionEntry, "requesterRole" | "authoriserRole">;

/** The facts of an entry as its row has them. */
export const factsOf = ({
  isPlanned,
  requesterUnit,
  requesterRole,
  authoriserRole,
  exemptIncident,
  reason,
  neighbourhoodId,
  priorityId,
  notDone,
  responseTeamId,
  minimum,
  actual,
  evidenceReference,
}: KeptFacts): KeptFacts => ({
  isPlanned,
  requesterUnit,
  requesterRole,
  authoriserRole,
  exemptIncident,
  reason,
  neighbourhoodId,
  priorityId,
  notDone,
  responseTeamId,
  minimum,
  actual,
  evidenceReference,
});

/** A version of an entry as its row has it. */
export const versionOf = (
  { id, version, changeReason }: { id: string; version: number; changeReason: string | null },
  entry: EntryWords,
  { actor, post, now }: Writing,
) => ({
  ...factsOf(entry),
  id,
  version,
  changeReason,
  postId: post.id,
  startsAt: entry.from,
  endsAt: entry.to,
  code: entry.code,
  source: "log" as const,
  enteredBy: actor.accountId,
  enteredAt: now,
});

/**
 * The time of a post that a change of an entry touches: a duty that it lies in may have begun in the month before, and
 * whether it is confirmed counts there.
 */
export const touchedBy = (postId: string, { from, to }: Span): TouchedSpan => ({
  postId,
  from: hoursAfter(from, -mostDutyHours),
  to,
});

/** Lets the duties that a change touched say what is in them now. */
export async function accountForDuties(
  tx: Db,
  touched: readonly Span[],
  { actor, post, rights, now }: Writing,
): Promise<void> {
  const from = new Date(Math.min(...touched.map((span) => span.from.getTime())));
  const to = new Date(Math.max(...touched.map((span) => span.to.getTime())));
  const duties = await lockDutiesWithin(tx, post.id, { from, to });
  const [first] = duties;
  if (first === undefined) return;
  const reach = {
    from: first.startsAt,
    to: new Date(Math.max(...duties.map(({ endsAt }) => endsAt.getTime()))),
  };
  const entries = await entriesWithin(tx, [post.id], reach);
  const touchedDuties = duties.filter((duty) =>
    touched.some((span) => duty.startsAt < span.to && duty.endsAt > span.from),
  );
  const { mayConfirm } = rights;
  const { confirmed, anew } = accountFor(touchedDuties, entries, { mayConfirm, now });
  await confirmDutyRows(tx, confirmed, { at: now, by: actor.accountId });
  await accountAnew(tx, anew.logged, "logged");
  await accountAnew(tx, anew.nil, "nil");
}

/** Records what was done to an entry: its code, how long it is and which version, never a word of it. */
export const recordEntry = (
  tx: Db,
  { actor, post, now }: Writing,
  {
    action,
    id,
    version,
    code,
    from,
    to,
    isLate,
  }: { action: AuditAction; id: string; version: number; isLate: boolean } & Pick<EntryWords, "code"> & Span,
): Promise<void> =>
  recordAudit(tx, actor, now, {
    action,
    subjectKind: "abstraction-entry",
    subjectId: id,
    neighbourhoodId: post.neighbourhoodIds[0] ?? null,
    details: {
      post: post.id,
      code,
      minutes: (to.getTime() - from.getTime()) / 60_000,
      version,
      isLate,
    },
  });

/** The times of an entry. */
export const spanOf = ({ startsAt, endsAt }: Pick<AbstractionEntry, "startsAt" | "endsAt">): Span => ({
  from: startsAt,
  to: endsAt,
});
