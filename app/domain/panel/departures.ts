import type { Ranked } from "#app/domain/ballot/rank.ts";

/** A candidate that the panel passed over for others that stand lower in the vote. */
export interface Departure {
  passedOverId: string;
  /** What it adopted although it stands lower, in the order of the vote. */
  insteadIds: readonly string[];
}

/**
 * Where an adoption leaves the order of the vote: each needs a reason that is published. Choosing among those of one
 * rank is no departure, nor is adopting fewer than there is room for.
 */
export function departuresFrom(
  order: readonly Pick<Ranked, "id" | "rank">[],
  adoptedIds: readonly string[],
): Departure[] {
  const adopted = order.filter(({ id }) => adoptedIds.includes(id));
  return order.flatMap(({ id, rank }) => {
    if (adoptedIds.includes(id)) return [];
    const insteadIds = adopted.filter((other) => other.rank > rank).map((other) => other.id);
    return insteadIds.length === 0 ? [] : [{ passedOverId: id, insteadIds }];
  });
}
