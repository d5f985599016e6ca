import { platform } from "#app/domain/actor.ts";
import { morningOf } from "#app/domain/following/following.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findAccount } from "#db/queries/account.ts";
import {
  listToTell,
  lockUntoldNotices,
  markDigestSent,
  markNoticesTold,
  paceOf,
} from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

interface Deps {
  db: Db;
  now: Date;
  publicUrl: string;
  signal: AbortSignal;
}

const accountsPerPage = 100;
const noticesPerMail = 50;

/**
 * Tells staff of what is new, late or escalated: at once, or at 7am of each day, or not by mail at all, as each
 * chose. Each account's mail is one transaction with the notices that it tells.
 */
export async function sendNotices(deps: Deps): Promise<void> {
  const { db, now, signal } = deps;
  const today = londonDay(now);
  const thisMorning = morningOf(today);
  // Before 7am the last digest was yesterday's.
  const digestSince = now < thisMorning ? morningOf(addDays(today, -1)) : thisMorning;
  for (;;) {
    const accounts = await withActor(db, platform(), (tx) => listToTell(tx, digestSince, accountsPerPage));
    for (const accountId of accounts) {
      signal.throwIfAborted();
      await withActor(db, platform(), (tx) => tellOne(tx, deps, accountId));
    }
    if (accounts.length < accountsPerPage) return;
  }
}

async function tellOne(tx: Db, { now, publicUrl }: Deps, accountId: string): Promise<void> {
  const notices = await lockUntoldNotices(tx, accountId, noticesPerMail);
  if (notices.length === 0) return;
  const pace = await paceOf(tx, accountId);
  const account = pace === "none" ? null : await findAccount(tx, accountId);
  if (account?.email != null && account.status === "active") {
    await queueMail(tx, now, {
      purpose: "staff-notice",
      accountId,
      recipient: account.email,
      subject: notices.length === 1 ? "1 thing for you" : `${notices.length} things for you`,
      body: [
        ...notices.map(({ line, path }) => `- ${line}\n  ${publicUrl}${path}`),
        // Partners have no choice of pace: what is asked of their agency is told as it comes.
        ...(account.kind === "staff" ? [`How you are told: ${publicUrl}${paths.staff.notices()}`] : []),
      ].join("\n\n"),
    });
  }
  await markNoticesTold(
    tx,
    notices.map(({ id }) => id),
    now,
  );
  if (pace === "daily") await markDigestSent(tx, accountId, now);
}
