import type { Finder } from "#app/domain/finder/finder.ts";

/** Computes something from a finder's facts once, and again only when a new edition brings a new finder. */
export function oncePerFinder<Value>(compute: (finder: Finder) => Value): (finder: Finder) => Value {
  const known = new WeakMap<Finder, { value: Value }>();
  return (finder) => {
    const kept = known.get(finder) ?? { value: compute(finder) };
    known.set(finder, kept);
    return kept.value;
  };
}
