import type { FieldError } from "#app/domain/account/change.ts";
import { readReference } from "#app/domain/reference/reference.ts";

/** One row of a batch as it was typed. */
export interface TypedLine {
  reference: string;
  choices: string;
  isToBeTold: boolean;
}

/** The same, read. `line` is the row's place in the batch, from 1. */
export interface ReadLine {
  line: number;
  reference: string;
  /** Ascending. */
  choices: readonly number[];
  isToBeTold: boolean;
}

/** As many papers as fit on a page and in a head. */
export const linesOfABatch = 25;

export type ReadLines = { ok: true; lines: readonly ReadLine[] } | { ok: false; errors: FieldError[] };

// As the form of a batch names its rows.
const field = (index: number) => `rows[${index}].reference`;

function choicesError(typed: string, shortlist: readonly number[], mostChoices: number): string | null {
  const words = typed.trim().split(/[\s,]+/);
  if (typed.trim() === "") return "enter the numbers ticked on the paper";
  if (!words.every((word) => /^\d{1,2}$/.test(word))) return "enter numbers only, like 1 4 5";
  const numbers = words.map(Number);
  const stranger = numbers.find((number) => !shortlist.includes(number));
  if (stranger !== undefined) return `${stranger} is not on the list of this vote`;
  if (new Set(numbers).size < numbers.length) return "enter each number once";
  return numbers.length > mostChoices
    ? `a ballot has up to ${mostChoices} choices. Leave a spoilt paper out`
    : null;
}

/** Reads the rows of a batch as they were typed. Empty rows are left out; an error names its row. */
export function readLines(
  typed: readonly TypedLine[],
  shortlist: readonly number[],
  mostChoices: number,
): ReadLines {
  const errors: FieldError[] = [];
  const lines: ReadLine[] = [];
  for (const [index, { reference, choices, isToBeTold }] of typed.slice(0, linesOfABatch).entries()) {
    if (reference.trim() === "" && choices.trim() === "") continue;
    const line = index + 1;
    const read = readReference("resident", reference);
    const wrongChoices = choicesError(choices, shortlist, mostChoices);
    if (read === null)
      errors.push({ field: field(index), message: `Row ${line}: enter a reference like R-7K3F` });
    else if (lines.some((other) => other.reference === read))
      errors.push({ field: field(index), message: `Row ${line}: ${read} stands in another row already` });
    else if (wrongChoices !== null)
      errors.push({ field: field(index), message: `Row ${line}: ${wrongChoices}` });
    else {
      const numbers = choices
        .trim()
        .split(/[\s,]+/)
        .map(Number)
        .sort((a, b) => a - b);
      lines.push({ line, reference: read, choices: numbers, isToBeTold });
    }
  }
  if (errors.length > 0) return { ok: false, errors };
  return lines.length > 0
    ? { ok: true, lines }
    : { ok: false, errors: [{ field: field(0), message: "Enter at least one paper" }] };
}
