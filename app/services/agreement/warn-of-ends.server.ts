import { dayInWords } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import { warningDays, warningDue } from "#app/domain/agreement/warning.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import { lockAgreement, type Agreement } from "#db/queries/agreement.ts";
import { groupsOpenedBy } from "#db/queries/agreement-list.ts";
import {
  agreementsEnding,
  holdersOfAny,
  insertWarning,
  leadsOfParties,
  openAccounts,
  speakersOfUnled,
  warningsSent,
  type Told,
} from "#db/queries/agreement-warning.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { recordAgreementAct } from "./hold-agreement.server.ts";

interface Warning {
  db: Db;
  now: Date;
  publicUrl: string;
  signal: AbortSignal;
}

const onePage = 100;

/**
 * Warns of agreements that end soon: each time once for each end, also where a run begins again or comes late. How many
 * warnings were given.
 */
export async function warnOfEnds(run: Warning): Promise<number> {
  const { db, now, signal } = run;
  const today = londonDay(now);
  const days = { from: today, to: addDays(today, Math.max(...warningDays)) };
  let warned = 0;
  let after: string | null = null;
  for (;;) {
    const page: { after: string | null; limit: number } = { after, limit: onePage };
    const references = await withActor(db, platform(), (tx) => agreementsEnding(tx, days, page));
    for (const reference of references) {
      if (signal.aborted) return warned;
      if (await withActor(db, platform(), (tx) => warnOf(tx, run, reference))) warned += 1;
    }
    after = references.at(-1) ?? null;
    if (references.length < onePage) return warned;
  }
}

/** Warns of one agreement, where that is still due once it is locked. */
async function warnOf(tx: Db, { now, publicUrl }: Warning, reference: string): Promise<boolean> {
  const agreement = await lockAgreement(tx, reference);
  if (agreement?.state !== "signed" || agreement.reviewBy === null) return false;
  const { id, reviewBy } = agreement;
  const today = londonDay(now);
  const daysBefore = warningDue(reviewBy, today, await warningsSent(tx, id, reviewBy));
  if (daysBefore === null) return false;
  await insertWarning(tx, { agreementId: id, reviewBy, daysBefore, sentAt: now });
  const keepers = await holdersOfAny(tx, ["administrator", "records"], today);
  const groups = await groupsOpenedBy(tx, agreement.partnershipId);
  const chairIds = groups
    .flatMap(({ chairId, deputyId }) => [chairId, deputyId])
    .filter((accountId) => accountId !== null);
  const others = [
    ...(await openAccounts(tx, chairIds)),
    ...(await leadsOfParties(tx, id)),
    ...(await speakersOfUnled(tx, id, today)),
  ].filter((one) => !keepers.some((keeper) => keeper.id === one.id));
  const line = `${lineOf(agreement)} ${dayInWords(reviewBy)}. Without a review, nothing is shared by it from the next day`;
  const notice = { at: now, kind: "new", line } as const;
  await insertStaffNotices(tx, staffAmong(keepers), { ...notice, path: paths.tasking.agreement(reference) });
  await insertStaffNotices(tx, staffAmong(others), { ...notice, path: paths.tasking.home() });
  const body = [
    `${line}.`,
    "If you lead on this for your agency, ask the police to review it with you.",
    `Your page: ${publicUrl}${paths.partners.home()}`,
  ].join("\n\n");
  await queueMailToMany(
    tx,
    now,
    { purpose: "account-notice", subject: "An information-sharing agreement ends soon" },
    membersAmong(others).map(({ id: accountId, email }) => ({ accountId, email, hasStopped: false, body })),
  );
  await recordAgreementAct(tx, platform(), now, id, {
    action: "agreement.warn",
    details: { daysBefore, reviewBy, told: keepers.length + others.length },
  });
  return true;
}

const lineOf = ({ reference, title }: Agreement) =>
  `The information-sharing agreement “${title}” (${reference}) ends on`;

const staffAmong = (some: readonly Told[]): string[] =>
  some.flatMap(({ id, kind }) => (kind === "staff" ? [id] : []));

function membersAmong(some: readonly Told[]): { id: string; email: string }[] {
  const byId = new Map(
    some.flatMap(({ id, kind, email }) =>
      kind === "staff" || email === null ? [] : [[id, { id, email }] as const],
    ),
  );
  return [...byId.values()];
}
