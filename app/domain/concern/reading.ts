import type { Permission } from "#app/domain/permissions.ts";
import { can, scopeOf, type Actor, type Scope } from "#app/domain/actor.ts";
import { divertedStates, type ConcernState } from "./states.ts";

/** Which concerns of its area a permission shows. */
export type ReadablePart = "all" | "urgent" | "appealed" | "published";

interface Reader {
  permission: Permission;
  part: ReadablePart;
  /** The words that it was raised in. */
  words: boolean;
  /** Who raised it, and how to reach them. */
  raiser: boolean;
}

/** Who reads what of concerns. Each sees as much as their work needs. */
const readers: readonly Reader[] = [
  { permission: "concern:read", part: "all", words: true, raiser: true },
  { permission: "concern:read-without-contact", part: "all", words: true, raiser: false },
  // Somebody may have to be reached at once.
  { permission: "urgent:answer", part: "urgent", words: true, raiser: true },
  { permission: "concern:hear-appeal", part: "appealed", words: true, raiser: false },
  { permission: "concern:approve-text", part: "published", words: false, raiser: false },
];

/** What opens the pages of concerns. */
export const concernReaders: readonly Permission[] = readers.map(({ permission }) => permission);

/** A concern as far as it decides who reads it. */
export interface ReadableConcern {
  neighbourhoodId: string;
  state: ConcernState;
  isUrgent: boolean;
  publishedAt: Date | null;
}

const diverted: readonly ConcernState[] = divertedStates;

const isPart: Readonly<Record<ReadablePart, (concern: ReadableConcern) => boolean>> = {
  all: () => true,
  urgent: ({ isUrgent, state }) => isUrgent || diverted.includes(state),
  appealed: ({ state }) => state === "appealed",
  published: ({ publishedAt }) => publishedAt !== null,
};

/** How much of a concern an actor reads; null where it is not theirs at all. */
export function readableBy(
  actor: Actor,
  concern: ReadableConcern,
): { words: boolean; raiser: boolean } | null {
  const { neighbourhoodId } = concern;
  const theirs = readers.filter(
    ({ permission, part }) => isPart[part](concern) && can(actor, permission, { neighbourhoodId }),
  );
  return theirs.length === 0
    ? null
    : { words: theirs.some(({ words }) => words), raiser: theirs.some(({ raiser }) => raiser) };
}

/** The same for a list: where an actor reads which concerns. */
export const readableParts = (actor: Actor): { part: ReadablePart; scope: Scope }[] =>
  readers.flatMap(({ permission, part }) => {
    const scope = scopeOf(actor, permission);
    return scope === null ? [] : [{ part, scope }];
  });
