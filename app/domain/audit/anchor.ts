/** What comes before the first row of the record. */
export const noHash = "0".repeat(64);

/**
 * The head of the record at a moment, kept outside the database. `restored`: the head that a restore put in place;
 * the rows after it, up to `before` where that was known, were given up.
 */
export interface Anchor {
  kind: "head" | "restored";
  number: number;
  hash: string;
  /** ISO 8601, UTC. */
  at: string;
  before: number | null;
}

/** Rows that a restore gave up, by their numbers then. */
export interface GivenUp {
  at: string;
  first: number;
  last: number;
}

export interface StandingAnchors {
  /** What the record must still agree with. */
  anchors: Anchor[];
  givenUp: GivenUp[];
}

/** The anchors that still bind, in the order they were made: a restore releases those made of the rows it gave up. */
export function standingAnchors(made: readonly Anchor[]): StandingAnchors {
  let anchors: Anchor[] = [];
  const givenUp: GivenUp[] = [];
  for (const anchor of made) {
    if (anchor.kind === "restored") {
      const released = anchors.filter(({ number }) => number > anchor.number);
      const last = Math.max(anchor.before ?? 0, ...released.map(({ number }) => number));
      if (last > anchor.number) givenUp.push({ at: anchor.at, first: anchor.number + 1, last });
      anchors = anchors.filter(({ number }) => number <= anchor.number);
    }
    if (anchor.number > 0) anchors.push(anchor);
  }
  return { anchors, givenUp };
}
