import type { Settings } from "#app/domain/settings/settings.ts";

/** Whether a neighbourhood without a panel may once more decide by its KIN members' ballot and the inspector. */
export const interimAllowed = (
  previousInterimCycles: number,
  { interimCycles }: Pick<Settings, "interimCycles">,
): boolean => previousInterimCycles < interimCycles;

/** What the page says of a cycle that an interim panel decides. */
export function interimInWords(
  previousInterimCycles: number,
  { interimCycles }: Pick<Settings, "interimCycles">,
): string {
  const cycle = previousInterimCycles + 1;
  return cycle <= interimCycles
    ? `This neighbourhood has no panel yet. Members of its key individual network vote and the inspector accepts: cycle ${cycle} of at most ${interimCycles}`
    : "This neighbourhood has no panel, and no interim panel may decide again: it needs community members";
}

/** The KIN members' ballot on one candidate. The inspector has no vote in it and accepts or declines afterwards. */
export interface InterimBallot {
  for: number;
  against: number;
}

/** Adopted where enough KIN members voted and more were for it than against. */
export const isInterimCarried = (
  ballot: InterimBallot,
  { quorumLeast }: Pick<Settings, "quorumLeast">,
): boolean => ballot.for + ballot.against >= quorumLeast && ballot.for > ballot.against;
