import { sidesOf, type Sides } from "#app/domain/plan/runs.ts";
import type { VersionActivity, VersionWords } from "./version.ts";
import { activityLines, planLines, type RunnerNames, type VersionLine } from "./version-lines.ts";

/** A field that is not the same in two versions. */
export interface EngagementDifference extends Sides {
  name: string;
  label: string;
}

function between(prefix: string, old: readonly VersionLine[], now: readonly VersionLine[]) {
  const before = new Map(old.map(({ label, words }) => [label, words]));
  return now.flatMap(({ label, words, isProse }): EngagementDifference[] => {
    const was = before.get(label) ?? "";
    const name = `${prefix}${label}`;
    return was === words ? [] : [{ name, label: name, ...sidesOf(was, words, isProse) }];
  });
}

const sameIn = ({ activities }: VersionWords, { number }: VersionActivity) =>
  activities.find((one) => one.number === number);

/** What differs between two versions of an engagement plan, the earlier one first: activities are never taken out. */
export const engagementDifferences = (
  before: VersionWords,
  after: VersionWords,
  names: RunnerNames,
): EngagementDifference[] => [
  ...between("", planLines(before), planLines(after)),
  ...after.activities.flatMap((one) => {
    const old = sameIn(before, one);
    const lines = old === undefined ? [] : activityLines(old, names);
    return between(`Activity ${one.number}: `, lines, activityLines(one, names));
  }),
];

// Another person who runs it is another id, whatever they are called.
const byId = ({ ownerId, agencyId }: VersionActivity): RunnerNames =>
  new Map([ownerId, agencyId].flatMap((id) => (id === null ? [] : [[id, id]])));

/** What was written in from one version to the next, named: fields, and activities that are new. */
export const changedNames = (before: VersionWords, after: VersionWords): string[] => [
  ...between("", planLines(before), planLines(after)).map(({ label }) => label),
  ...after.activities.flatMap((one) => {
    const old = sameIn(before, one);
    if (old === undefined) return [`Activity ${one.number}, added`];
    const lines = [old, one].map((each) => activityLines(each, byId(each)));
    return between(`Activity ${one.number}: `, lines[0] ?? [], lines[1] ?? []).map(({ label }) => label);
  }),
];
