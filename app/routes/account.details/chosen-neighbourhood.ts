import type { Connection } from "#app/domain/account/account.ts";
import type { Finder } from "#app/domain/finder/finder.ts";

interface Typed {
  postcode?: string | undefined;
  /** From the list. */
  slug?: string | undefined;
}

export type Chosen =
  { ok: true; id: string | null } | { ok: false; field: "postcode" | "slug"; message: string };

/**
 * The neighbourhood that somebody means by a postcode or a choice from the list; null where they gave neither. The
 * list counts, unless it only shows what was remembered (`suggested`) and a postcode was typed.
 */
export function chosenNeighbourhood(finder: Finder, typed: Typed, suggested: string | null): Chosen {
  const { postcode, slug } = typed;
  if (slug !== undefined && (postcode === undefined || slug !== suggested)) return bySlug(finder, slug);
  return postcode === undefined ? { ok: true, id: null } : byPostcode(finder, postcode);
}

type NewConnection =
  | { ok: true; connection: { neighbourhoodId: string; kind: Connection } | null }
  | { ok: false; field: "postcode" | "slug" | "connection"; message: string };

/** As `chosenNeighbourhood`, with how they belong there: both or neither. */
export function newConnection(
  finder: Finder,
  { connection: kind, ...typed }: Typed & { connection?: Connection | undefined },
  suggested: string | null,
): NewConnection {
  const chosen = chosenNeighbourhood(finder, typed, suggested);
  if (!chosen.ok) return chosen;
  if (chosen.id !== null && kind !== undefined)
    return { ok: true, connection: { neighbourhoodId: chosen.id, kind } };
  if (chosen.id !== null)
    return { ok: false, field: "connection", message: "Choose how you belong to the neighbourhood" };
  return kind === undefined
    ? { ok: true, connection: null }
    : { ok: false, field: "postcode", message: "Enter a postcode, or choose a neighbourhood from the list" };
}

function bySlug(finder: Finder, slug: string): Chosen {
  const found = finder.bySlug(slug);
  return found === null
    ? { ok: false, field: "slug", message: "Choose a neighbourhood from the list" }
    : { ok: true, id: found.id };
}

function byPostcode(finder: Finder, typed: string): Chosen {
  const answer = finder.answerPostcode(typed);
  const fromTheList = (message: string): Chosen => ({ ok: false, field: "slug", message });
  switch (answer.kind) {
    case "found":
      return answer.askFirst
        ? fromTheList(`${answer.postcode} is close to a border. Choose your neighbourhood from the list`)
        : bySlug(finder, answer.neighbourhood.slug);
    case "outward":
    case "unknown":
    case "terminated":
      return fromTheList(
        `We do not know which neighbourhood ${answer.postcode} is in. Choose it from the list`,
      );
    case "outside-force":
      return {
        ok: false,
        field: "postcode",
        message: `Enter a postcode in this force’s area: ${answer.postcode} is in another`,
      };
    case "not-a-postcode":
      return { ok: false, field: "postcode", message: "Enter a full UK postcode, like DE4 3AG" };
  }
}
