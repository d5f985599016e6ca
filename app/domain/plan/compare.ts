import { planFieldNames, planFields, type PlanFieldName } from "./fields.ts";
import { sidesOf, type Sides } from "./runs.ts";
import { valueInWords } from "./value-words.ts";

export type PlanValues = ReadonlyMap<PlanFieldName, string>;

/** A field that is not the same at two moments. */
export interface Difference extends Sides {
  name: PlanFieldName;
  label: string;
}

/** What differs between two versions of a plan, in the order of its fields. */
export const differencesOf = (before: PlanValues, after: PlanValues): Difference[] =>
  planFieldNames.flatMap((name) => {
    const [old, now] = [before, after].map((values) => valueInWords(name, values.get(name) ?? ""));
    if (old === undefined || now === undefined || old === now) return [];
    const { label, kind } = planFields[name];
    return [{ name, label, ...sidesOf(old, now, kind === "text" || kind === "line") }];
  });
