import { z } from "zod";
import { dayTextOf } from "#app/domain/plan/day-text.ts";
import { planFieldNames, planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import type { SentField } from "#app/domain/plan/save.ts";

const part = z.string().optional();
const version = z.coerce.number().int().min(0);

const sentField = z
  .object({
    value: z.string().default(""),
    day: part,
    month: part,
    year: part,
    version,
    /** Of what somebody else wrote meanwhile, where the editor has seen both. */
    over: version.optional(),
  })
  .optional();

/** What the form of a plan sends: all boxes of one part or, by script, those alone in which something was written. */
export const planFormSchema = z.object({
  /** Which of two texts a button chose: "mine what" or "theirs what". */
  keep: z.string().optional(),
  fields: z.partialRecord(z.enum(planFieldNames), sentField).default({}),
});

/** The fields that were sent, as they are to be saved. What was given up for somebody else's text is none. */
export function sentFieldsOf({ fields, keep = "" }: z.output<typeof planFormSchema>): SentField[] {
  const [kept, keptName] = keep.split(" ");
  return planFieldNames.flatMap((name) => {
    const sent = fields[name];
    if (sent === undefined || (kept === "theirs" && keptName === name)) return [];
    const { value, day, month, year, version, over } = sent;
    const isKeptMine = kept === "mine" && keptName === name && over !== undefined;
    return [
      {
        name,
        value: isInParts(name, sent) ? dayTextOf({ day, month, year }) : withPlainLines(value),
        version: isKeptMine ? over : version,
      },
    ];
  });
}

const isInParts = (
  name: PlanFieldName,
  { value, day, month, year }: NonNullable<z.output<typeof sentField>>,
) => planFields[name].kind === "day" && value === "" && [day, month, year].some((one) => one !== undefined);

/** A browser sends every line's end as two characters. */
const withPlainLines = (text: string) => text.replace(/\r\n?/g, "\n");
