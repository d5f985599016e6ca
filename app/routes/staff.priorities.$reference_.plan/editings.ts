import { isToSend, isUnsent, opened, type Editing, type ShownField } from "#app/domain/plan/editing.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import type { SentField } from "#app/domain/plan/save.ts";

/** The fields of a plan on somebody's screen. */
export type Editings = ReadonlyMap<PlanFieldName, Editing>;

/** What became of a field that a form without script sent and that was not written. */
export interface Trouble {
  name: PlanFieldName;
  value: string;
  version: number;
  problems: readonly string[];
  isConflict: boolean;
}

/** The fields as they stand and, where the form came back, as they were typed. */
export const editingsOf = (fields: readonly ShownField[], troubles: readonly Trouble[]): Editings =>
  new Map(
    fields.map((shown) => {
      const trouble = troubles.find(({ name }) => name === shown.name);
      return [shown.name, trouble === undefined ? opened(shown) : troubled(shown, trouble)];
    }),
  );

const troubled = (shown: ShownField, { value, version, problems, isConflict }: Trouble): Editing => ({
  value,
  read: { ...shown, version },
  sent: null,
  theirs: isConflict ? shown : null,
  problems,
  refused: problems.length > 0 ? value : null,
});

export const valuesOf = (editings: Editings): ReadonlyMap<PlanFieldName, string> =>
  new Map([...editings].map(([name, { value }]) => [name, value]));

/** What is to be sent now, over what it was read. */
export const toSend = (editings: Editings): SentField[] =>
  [...editings]
    .filter(([, editing]) => isToSend(editing))
    .map(([name, editing]) => ({ name, value: editing.value, version: editing.read.version }));

export const hasUnsent = (editings: Editings): boolean => [...editings.values()].some(isUnsent);

/** Those that wait for somebody to choose, or to put something right. */
export const waitingIn = (editings: Editings): PlanFieldName[] =>
  [...editings].flatMap(([name, editing]) => (isUnsent(editing) && !isToSend(editing) ? [name] : []));

/** The sum of the versions that are known here. */
export const knownOf = (editings: Editings): number =>
  [...editings.values()].reduce((total, { read, theirs }) => total + (theirs ?? read).version, 0);
