import { listPostsToLog } from "#app/abstraction-form.server.ts";
import { postInWords } from "#app/components/abstraction/post-words.ts";
import { spanInWords } from "#app/components/abstraction/span-words.ts";
import { abstractionLoggers } from "#app/domain/abstraction/reading.ts";
import { decidesAs } from "#app/domain/abstraction/authority.ts";
import { entriesIn } from "#app/domain/abstraction/duty-uses.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { Visit } from "#app/guards.server.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { countToDecide } from "#db/queries/abstraction-request.ts";
import { countOpenDisputes } from "#db/queries/abstraction-dispute.ts";
import { entriesWithin } from "#db/queries/abstraction-entry.ts";
import { countDutiesToConfirm } from "#db/queries/duty-confirm.ts";
import { dutiesWithin } from "#db/queries/duty-time.ts";
import type { Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

/** What begins within so many hours is soon. */
const soonHours = 12;

/** The duties of now and soon, with what is logged in each. */
async function readDuties(tx: Db, posts: readonly Post[], now: Date) {
  const ids = posts.map(({ id }) => id);
  const duties = await dutiesWithin(tx, ids, { from: now, to: hoursAfter(now, soonHours) });
  const ends = Math.max(now.getTime(), ...duties.map(({ endsAt }) => endsAt.getTime()));
  const begins = Math.min(now.getTime(), ...duties.map(({ startsAt }) => startsAt.getTime()));
  const entries = await entriesWithin(tx, ids, { from: new Date(begins), to: new Date(ends) });
  const today = londonDay(now);
  return duties.map((duty) => {
    const post = posts.find(({ id }) => id === duty.postId);
    return {
      id: duty.id,
      postId: duty.postId,
      who: post === undefined ? "" : postInWords(post),
      when: spanInWords(duty, today),
      isNow: duty.startsAt <= now,
      entries: entriesIn(duty, entries).map((entry) => ({
        id: entry.id,
        words: `${entry.code}, ${spanInWords(entry, today)}`,
      })),
    };
  });
}

/** What stands on the first page of abstractions for this person. Records that others' duties were read. */
export async function readToday(tx: Db, visit: Visit, now: Date) {
  const { actor } = visit;
  const confirms = scopeOf(actor, "abstraction:confirm");
  const readsOfficers = scopeOf(actor, "abstraction:read-officers");
  const authorises = scopeOf(actor, "abstraction:authorise-force") ?? scopeOf(actor, "abstraction:authorise");
  const { own, posts } = await listPostsToLog(tx, visit, now);
  const team = confirms === null ? [] : posts;
  const today = {
    mayLog: abstractionLoggers.some((permission) => can(actor, permission)),
    mayAsk: can(actor, "abstraction:request"),
    mayReadRates: can(actor, "abstraction:read") || can(actor, "abstraction:read-rates"),
    own: confirms === null ? await readDuties(tx, own, now) : null,
    team: confirms === null ? null : await readDuties(tx, team, now),
    unconfirmed: confirms === null ? null : await countDutiesToConfirm(tx, confirms, now),
    disputes: readsOfficers === null ? null : await countOpenDisputes(tx, readsOfficers),
    requests:
      authorises === null
        ? null
        : await countToDecide(tx, {
            scope: authorises,
            roles: decidesAs(actor),
            accountId: visit.signedIn.accountId,
          }),
  };
  if (team.length > own.length) {
    const neighbourhoodId = team[0]?.neighbourhoodIds[0] ?? null;
    await recordOfficersRead(
      tx,
      { actor, now },
      { page: "today", subjectKind: "team", subjectId: null, neighbourhoodId },
    );
  }
  return today;
}
