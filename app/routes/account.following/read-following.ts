import type { Finder } from "#app/domain/finder/finder.ts";
import { followedWords } from "#app/domain/following/following.ts";
import { paths } from "#app/paths.ts";
import type { listFollowings } from "#db/queries/following.ts";

type Row = Awaited<ReturnType<typeof listFollowings>>[number];

/** Something followed, with its name and where it stands; no way there once it stands nowhere any more. */
export function readFollowing(row: Row, { neighbourhoods }: Pick<Finder, "neighbourhoods">) {
  const { kind, subjectId, pace } = row;
  const place = neighbourhoods.find(({ id }) => id === row.neighbourhoodId) ?? null;
  return { kind, subjectId, pace, ...namedAs(row, place) };
}

function namedAs(
  { kind, concern, priority, cycle }: Row,
  place: { slug: string; name: string } | null,
): { words: string; to: string | null } {
  const where = place?.name ?? "a former neighbourhood";
  switch (kind) {
    case "concern":
      return concern?.title == null
        ? { words: "A concern that is no longer shown", to: null }
        : { words: concern.title, to: paths.concern(concern.reference) };
    case "priority":
      return priority === null
        ? { words: "A priority that is no longer shown", to: null }
        : { words: priority.title, to: paths.priority(priority.reference) };
    case "cycle":
      return {
        words: `The vote in ${where}`,
        to: place === null || cycle === null ? null : paths.cycle(place.slug, cycle.number),
      };
    case "neighbourhood":
      return {
        words: `The ${followedWords.neighbourhood} ${where}`,
        to: place === null ? null : paths.neighbourhood(place.slug),
      };
  }
}

export type Followed = ReturnType<typeof readFollowing>;
