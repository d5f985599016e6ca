/** How the priorities of a neighbourhood ended. */
export interface PlaceEnds {
  slug: string;
  signedOff: number;
  withoutSignOff: number;
}

export type Ends = Pick<PlaceEnds, "signedOff" | "withoutSignOff">;

/** The ends in all of some neighbourhoods. */
export const sumOfEnds = (ends: readonly PlaceEnds[], slugs: ReadonlySet<string>): Ends =>
  ends
    .filter(({ slug }) => slugs.has(slug))
    .reduce(
      (sum, { signedOff, withoutSignOff }) => ({
        signedOff: sum.signedOff + signedOff,
        withoutSignOff: sum.withoutSignOff + withoutSignOff,
      }),
      { signedOff: 0, withoutSignOff: 0 },
    );

/** "3 priorities were signed off after residents were asked, and 1 was closed without sign-off."; null of none. */
export function endsInWords({ signedOff, withoutSignOff }: Ends): string | null {
  if (signedOff + withoutSignOff === 0) return null;
  const signed = `${signedOff === 1 ? "1 priority was" : `${signedOff} priorities were`} signed off after residents were asked`;
  const closed = `${withoutSignOff === 1 ? "1 was" : `${withoutSignOff} were`} closed without sign-off`;
  return `${signed}, and ${closed}.`;
}
