import { addMonths, type Month } from "./month.ts";

export interface DefinitionStart {
  version: number;
  /** The first day of a month. */
  effectiveFrom: Month;
}

const monthsBothWays = 12;

/** The version in force on the first day of a month; before the first there was one, the first. Null of none. */
export function versionOf(month: Month, definitions: readonly DefinitionStart[]): number | null {
  const inOrder = [...definitions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const begun = inOrder.filter(({ effectiveFrom }) => effectiveFrom <= month);
  return (begun.at(-1) ?? inOrder[0])?.version ?? null;
}

/** What a month is worked out with: the version in force then, and every one that begins within a year after it. */
export function versionsOf(month: Month, definitions: readonly DefinitionStart[]): number[] {
  const own = versionOf(month, definitions);
  const last = addMonths(month, monthsBothWays);
  const coming = definitions
    .filter(({ effectiveFrom }) => effectiveFrom > month && effectiveFrom <= last)
    .map(({ version }) => version);
  return [...new Set([...(own === null ? [] : [own]), ...coming])].sort((a, b) => a - b);
}
