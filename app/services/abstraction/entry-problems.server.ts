import type { FieldError } from "#app/domain/account/change.ts";
import { kindIn, problemsOfEntry, type EntryWords } from "#app/domain/abstraction/entry.ts";
import { lent, responseCover } from "#app/domain/abstraction/codes.ts";
import type { PostRights } from "#app/domain/abstraction/lateness.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { findPriorityOf, findResponseTeam, isNeighbourhood } from "#db/queries/entry-facts.ts";
import type { Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

/**
 * An entry as it is kept: what belongs to another code is left out, and a response team's own minimum stands where none
 * was given.
 */
export async function completeEntry<Entry extends EntryWords>(tx: Db, entry: Entry): Promise<Entry> {
  const isCover = entry.code === responseCover;
  const team =
    isCover && entry.responseTeamId !== null ? await findResponseTeam(tx, entry.responseTeamId) : null;
  return {
    ...entry,
    neighbourhoodId: entry.code === lent ? entry.neighbourhoodId : null,
    responseTeamId: team?.id ?? null,
    minimum: isCover ? (entry.minimum ?? team?.minimum ?? null) : null,
    actual: isCover ? entry.actual : null,
  };
}

/** Everything that is wrong with an entry of a post; none where it may be kept. */
export async function findEntryProblems(
  tx: Db,
  entry: EntryWords,
  { post, rights, now }: { post: Post; rights: PostRights; now: Date },
): Promise<FieldError[]> {
  const { codes } = await definitionAt(tx, londonDay(entry.from));
  const rule = kindIn(codes, entry.code);
  if (rule === null) return [{ field: "code", message: "Select what they were used for" }];
  const errors = problemsOfEntry(entry, rule.kind, now);
  if (entry.exemptIncident !== null && !rights.mayCorrectLate)
    errors.push({
      field: "exemptIncident",
      message: "Only an inspector of the area can tag a declared incident",
    });
  if (entry.neighbourhoodId !== null && !(await isNeighbourhood(tx, entry.neighbourhoodId)))
    errors.push({ field: "neighbourhoodId", message: "Select a neighbourhood from the list" });
  if (
    entry.priorityId !== null &&
    (await findPriorityOf(tx, entry.priorityId, post.neighbourhoodIds)) === null
  )
    errors.push({ field: "priorityId", message: "Select a priority from the list" });
  return errors;
}
