import { refused, type Refused } from "#app/domain/account/change.ts";
import { dutyInWords } from "#app/domain/roster/duty-words.ts";
import { brokeConstraint } from "#db/broken-constraint.ts";
import { overlappingDuties, type DutySpan } from "#db/queries/duty-change.ts";
import type { Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

const mostSaid = 10;

/** What stands where duties are to be, in words; nothing where they have room. */
export async function refusalOfOverlap(
  tx: Db,
  spans: readonly DutySpan[],
  posts: ReadonlyMap<string, Post>,
  exceptId: string | null = null,
): Promise<Refused | null> {
  const found = await overlappingDuties(tx, spans, exceptId);
  if (found.length === 0) return null;
  const errors = found.slice(0, mostSaid).map((duty) => ({
    field: "from",
    message: `${posts.get(duty.postId)?.reference ?? "The post"} is on duty then: ${dutyInWords(duty)}`,
  }));
  const more = found.length - errors.length;
  if (more > 0) errors.push({ field: "from", message: `and ${more} more duties overlap` });
  return { ok: false, errors };
}

/** As `work`, with what another's change made impossible meanwhile said in words. */
export async function withoutOverlap<Value>(work: Promise<Value>): Promise<Value | Refused> {
  try {
    return await work;
  } catch (error) {
    if (brokeConstraint(error, "duties_no_overlap"))
      return refused("from", "Somebody else has just entered a duty at this time. Look at the week again");
    throw error;
  }
}
