import { platform } from "#app/domain/actor.ts";
import { digestBoundary } from "#app/domain/following/following.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findAccount } from "#db/queries/account.ts";
import {
  listDigestLines,
  listDigestReaders,
  lockDigest,
  markDigestTold,
  type DigestLine,
} from "#db/queries/telling.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

interface Deps {
  db: Db;
  now: Date;
  publicUrl: string;
  signal: AbortSignal;
}

const readersPerPage = 100;
// A month's news of a hundred things followed; what is more than that stands on the pages.
const mostLines = 200;

/** Sends the monthly digests, from the first working day of the month on; each account's is one transaction. */
export async function sendDigests(deps: Deps): Promise<void> {
  const { db, now, signal } = deps;
  const boundary = digestBoundary(londonDay(now));
  if (now < boundary) return;
  for (;;) {
    const readers = await withActor(db, platform(), (tx) => listDigestReaders(tx, boundary, readersPerPage));
    for (const accountId of readers) {
      signal.throwIfAborted();
      await withActor(db, platform(), (tx) => sendDigest(tx, deps, accountId, boundary));
    }
    if (readers.length < readersPerPage) return;
  }
}

async function sendDigest(
  tx: Db,
  { now, publicUrl }: Deps,
  accountId: string,
  boundary: Date,
): Promise<void> {
  if (!(await lockDigest(tx, accountId, boundary))) return;
  const lines = await listDigestLines(tx, accountId, boundary, mostLines);
  await markDigestTold(tx, accountId, boundary);
  const account = lines.length === 0 ? null : await findAccount(tx, accountId);
  if (account?.email == null || account.status !== "active") return;
  await queueMail(tx, now, {
    purpose: "team-news",
    accountId,
    recipient: account.email,
    subject: "This month in the neighbourhoods you follow",
    body: digestBody(lines, publicUrl),
  });
}

function digestBody(lines: readonly DigestLine[], publicUrl: string): string {
  const names = [...new Set(lines.map(({ neighbourhood }) => neighbourhood))];
  const parts = names.flatMap((name) => [
    name,
    ...lines
      .filter(({ neighbourhood }) => neighbourhood === name)
      .map(({ line, path }) => `- ${line}\n  ${publicUrl}${path}`),
  ]);
  const choices = `What you follow, and how often you hear: ${publicUrl}${paths.account.following()}`;
  return ["What happened in what you follow:", ...parts, choices].join("\n\n");
}
