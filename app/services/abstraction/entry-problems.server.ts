import type { FieldError } from "#app/domain/account/change.ts";
import { authorityOf, authorityWords, isEnough } from "#app/domain/abstraction/authority.ts";
import { kindIn, problemsOfEntry, type EntryWords } from "#app/domain/abstraction/entry.ts";
import { directedResponse, helpOnSight, lent, responseCover } from "#app/domain/abstraction/codes.ts";
import type { PostRights } from "#app/domain/abstraction/lateness.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import type { AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import { listAuthorities } from "#db/queries/abstraction-request.ts";
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

/** Everything that is wrong with an entry of a post, `before` a correction of it; none where it may be kept. */
export async function findEntryProblems(
  tx: Db,
  entry: EntryWords,
  { post, rights, now }: { post: Post; rights: PostRights; now: Date },
  before: AbstractionEntry | null = null,
): Promise<FieldError[]> {
  const { codes } = await definitionAt(tx, londonDay(entry.from));
  const rule = kindIn(codes, entry.code);
  if (rule === null) return [{ field: "code", message: "Select what they were used for" }];
  const errors = problemsOfEntry(entry, rule.kind, now);
  const isTagKept = entry.exemptIncident === (before?.exemptIncident ?? null);
  if (!isTagKept && !rights.mayCorrectLate)
    errors.push({
      field: "exemptIncident",
      message: "Only an inspector of the area can tag a declared incident",
    });
  if (entry.authoriserRole !== null && entry.authoriserRole !== before?.authoriserRole)
    errors.push(...(await problemsOfAuthoriser(tx, entry, entry.authoriserRole, rights)));
  if (entry.neighbourhoodId !== null && post.neighbourhoodIds.includes(entry.neighbourhoodId))
    errors.push({
      field: "neighbourhoodId",
      message: "Select another neighbourhood: this one is their own, where it is N1",
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

/** Who says that something was authorised answers for the officer and is not the officer; by whom is the table's to say. */
async function problemsOfAuthoriser(
  tx: Db,
  { code, from, to }: EntryWords,
  role: string,
  { isOwn, mayConfirm, mayCorrectLate }: PostRights,
): Promise<FieldError[]> {
  const error = (message: string) => [{ field: "authoriserRole", message }];
  if (isOwn || !(mayConfirm || mayCorrectLate))
    return error("Only their sergeant or inspector says who authorised it. Select “Nobody, or not known”");
  const { authority } = authorityOf(await listAuthorities(tx), {
    // What goes on beyond the help is directed response.
    code: code === helpOnSight ? directedResponse : code,
    minutes: (to.getTime() - from.getTime()) / 60_000,
    isRepeat: false,
  });
  return isEnough(role, authority)
    ? []
    : error(
        `This is for the ${authorityWords[authority].toLowerCase()} or above to authorise. If they did not, select “Nobody, or not known”`,
      );
}
