import { diffWordsWithSpace } from "diff";
import { planFieldNames, planFields, type PlanFieldName } from "./fields.ts";
import { valueInWords } from "./value-words.ts";

export type PlanValues = ReadonlyMap<PlanFieldName, string>;

/** A run of words that both texts have, or one alone. */
export interface Run {
  words: string;
  isChanged: boolean;
}

/** A field that is not the same at two moments. */
export interface Difference {
  name: PlanFieldName;
  before: readonly Run[];
  after: readonly Run[];
}

// Two texts that have little in common are not worth comparing word by word.
const mostEdits = 2_000;

/** What differs between two versions of a plan, in the order of its fields. */
export const differencesOf = (before: PlanValues, after: PlanValues): Difference[] =>
  planFieldNames.flatMap((name) => {
    const [old, now] = [before, after].map((values) => valueInWords(name, values.get(name) ?? ""));
    return old === undefined || now === undefined || old === now ? [] : [{ name, ...runsOf(name, old, now) }];
  });

function runsOf(name: PlanFieldName, old: string, now: string): Pick<Difference, "before" | "after"> {
  const isProse = planFields[name].kind === "text" || planFields[name].kind === "line";
  // A figure, a day or a choice is another one, however many of its signs are the same.
  const parts = isProse ? diffWordsWithSpace(old, now, { maxEditLength: mostEdits }) : undefined;
  if (parts === undefined) return { before: whole(old), after: whole(now) };
  const side = (other: "added" | "removed") =>
    parts.flatMap((part) =>
      part[other] ? [] : [{ words: part.value, isChanged: part.added || part.removed }],
    );
  return { before: side("added"), after: side("removed") };
}

const whole = (words: string): Run[] => (words === "" ? [] : [{ words, isChanged: true }]);
