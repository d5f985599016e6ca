import { postInWords } from "#app/components/abstraction/post-words.ts";
import { lengthInWords, spanInWords } from "#app/components/abstraction/span-words.ts";
import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { rightsTo, reachesPost } from "#app/services/abstraction/entry-rights.server.ts";
import { readChangeable } from "#app/services/abstraction/read-changeable.server.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { listDisputesOf } from "#db/queries/abstraction-dispute.ts";
import { findEntry, listEntryVersions, type AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import { dutiesWithin } from "#db/queries/duty-time.ts";
import { findPriorityOf, findResponseTeam } from "#db/queries/entry-facts.ts";
import { findPostEver } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

/** An entry with all that stands around it; null where it is not the actor's to read. Records whose it was. */
export async function readEntryPage(
  tx: Db,
  { finder }: Pick<AppContext, "finder">,
  actor: Actor,
  { id, now }: { id: string; now: Date },
) {
  const entry = await findEntry(tx, id);
  const today = londonDay(now);
  const post = entry === null ? null : await findPostEver(tx, entry.postId, today);
  if (entry === null || post === null) return null;
  const { isOwn } = await rightsTo(tx, actor, post, entry.startsAt);
  const isReader = reachesPost(actor, "abstraction:read-officers", post);
  if (!isOwn && !isReader) return null;
  const { codes } = await definitionAt(tx, londonDay(entry.startsAt));
  const wordsOf = (code: string) => codes.find((rule) => rule.code === code)?.words ?? "";
  const { priorityId, responseTeamId, neighbourhoodId, startsAt, endsAt } = entry;
  const duties = await dutiesWithin(tx, [post.id], { from: startsAt, to: endsAt });
  const shown = {
    title: `${entry.code}: ${postInWords(post)}`,
    entry: {
      ...factsOf(entry),
      codeWords: `${entry.code} ${wordsOf(entry.code)}`,
      when: `${spanInWords(entry, today)} (${lengthInWords(entry)})`,
      duties: duties.map((duty) => spanInWords(duty, today)),
      priority: priorityId === null ? null : await findPriorityOf(tx, priorityId, post.neighbourhoodIds),
      team: responseTeamId === null ? null : ((await findResponseTeam(tx, responseTeamId))?.name ?? null),
      lentTo: finder.neighbourhoods.find((one) => one.id === neighbourhoodId)?.name ?? null,
    },
    versions: (await listEntryVersions(tx, id)).map((version) => ({
      version: version.version,
      isWithdrawn: version.isWithdrawn,
      code: version.code,
      when: spanInWords(version, today),
      enteredAt: version.enteredAt,
      changeReason: version.changeReason,
      isYours: version.enteredBy !== null && version.enteredBy === actor.accountId,
      source: version.source,
    })),
    disputes: await listDisputesOf(tx, [id]),
    isOwn,
    isAnswerer: isReader && !isOwn,
    mayChange: (await readChangeable(tx, actor, id, now)) !== null,
  };
  if (!isOwn) {
    const [neighbourhood] = post.neighbourhoodIds;
    await recordOfficersRead(
      tx,
      { actor, now },
      { page: "entry", subjectKind: "post", subjectId: post.id, neighbourhoodId: neighbourhood ?? null },
    );
  }
  return shown;
}

const factsOf = ({
  id,
  isWithdrawn,
  isPlanned,
  requesterUnit,
  requesterRole,
  authoriserRole,
  exemptIncident,
  reason,
  notDone,
  minimum,
  actual,
  evidenceReference,
}: AbstractionEntry) => ({
  id,
  isWithdrawn,
  isPlanned,
  requesterUnit,
  requesterRole,
  authoriserRole,
  exemptIncident,
  reason,
  notDone,
  minimum,
  actual,
  evidenceReference,
});
