import { platform } from "#app/domain/actor.ts";
import { isToldToAll, purposeOfNews } from "#app/domain/following/following.ts";
import { mailPurposes, type Purpose } from "#app/domain/mail/mail.ts";
import { paths } from "#app/paths.ts";
import {
  lockUntoldNews,
  markNewsTold,
  queueForConcerned,
  queueForFollowers,
  type News,
  type NewsMail,
} from "#db/queries/telling.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

const followersPerPage = 100;

function mailOf({ kind, path, line }: News, publicUrl: string): NewsMail {
  const purpose = purposeOfNews({ kind, path });
  const { subject }: Purpose = mailPurposes[purpose];
  return {
    purpose,
    subject: subject ?? "News from your neighbourhood",
    body: [
      line,
      `Read more: ${publicUrl}${path}`,
      `What you follow, and how often you hear: ${publicUrl}${paths.account.following()}`,
    ].join("\n\n"),
  };
}

/**
 * Queues a mail for each follower who wants every message, line by line. A page of followers is one transaction, and
 * the last of them marks the line as told: a process that ends in between, or a second one, doubles nothing.
 */
export async function tellFollowers({
  db,
  now,
  publicUrl,
  signal,
}: {
  db: Db;
  now: Date;
  publicUrl: string;
  signal: AbortSignal;
}): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const hadLine = await withActor(db, platform(), async (tx) => {
      const line = await lockUntoldNews(tx);
      if (line === null) return false;
      if (await isTakenDown(tx, line)) {
        await markNewsTold(tx, line.id, now);
        return true;
      }
      const slice = { now, limit: followersPerPage };
      const queued = await queueForFollowers(tx, line, mailOf(line, publicUrl), slice);
      const others = queued < followersPerPage ? await tellConcerned(tx, line, publicUrl, slice) : 0;
      if (queued < followersPerPage && others < followersPerPage) await markNewsTold(tx, line.id, now);
      return true;
    });
    if (!hadLine) return;
  }
}

/** Whether it is of a page that was taken down meanwhile: its words go to nobody. */
const isTakenDown = async (tx: Db, { kind, subjectId }: News): Promise<boolean> =>
  kind === "priority" && (await findPriorityById(tx, subjectId))?.takenDownAt != null;

/** What came of a priority goes to those too who took part in it and follow nothing; how many of them were told. */
async function tellConcerned(
  tx: Db,
  line: News,
  publicUrl: string,
  slice: { now: Date; limit: number },
): Promise<number> {
  const priority = isToldToAll(line) ? await findPriorityById(tx, line.subjectId) : null;
  if (priority === null) return 0;
  const body = [
    line.line,
    `Read more: ${publicUrl}${line.path}`,
    "You get this because you raised it, asked to hear what comes of the vote, or are a contact of the neighbourhood team.",
  ].join("\n\n");
  return queueForConcerned(tx, line, priority, { ...mailOf(line, publicUrl), body }, slice);
}
