import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { columnFields } from "./column-fields.ts";

export const mappingFieldNames = [
  "name",
  "post",
  "start",
  "startTime",
  "end",
  "endTime",
  "duration",
  "offset",
  "endOffset",
  "code",
  "reference",
  "days",
  "durations",
  "clock",
  "twice",
  "codes",
  "posts",
  "trailer",
] as const;
export type MappingField = (typeof mappingFieldNames)[number];

const choices = [
  [
    "days",
    "How days are written",
    [
      ["year-month-day", "2026-06-01"],
      ["day-month-year", "01/06/2026, the day first"],
      ["month-day-year", "06/01/2026, the month first"],
    ],
  ],
  [
    "clock",
    "Whose clock the times are of",
    [
      ["london", "London’s: an hour on in summer"],
      ["utc", "UTC all year"],
      ["offset", "Each time has its own offset from UTC"],
    ],
  ],
  [
    "twice",
    "A time that comes twice, as the clocks go back",
    [
      ["refuse", "Refuse the row"],
      ["first", "It is the first of the two"],
      ["second", "It is the second"],
    ],
  ],
  [
    "durations",
    "A duration is in",
    [
      ["hours", "Hours"],
      ["minutes", "Minutes"],
    ],
  ],
] as const;

/** What a mapping says, in the order in which people know it. */
export function MappingFields({ fields }: { fields: Record<MappingField, Field> }) {
  return (
    <>
      <h2 className="govuk-heading-m">Columns</h2>
      <p>Write each name as the first line of the file has it.</p>
      {columnFields.map(([field, label, hint]) => (
        <TextInput
          key={field}
          field={fields[field]}
          label={label}
          width={20}
          {...(hint === "" ? {} : { hint })}
        />
      ))}
      {choices.map(([field, legend, items]) => (
        <Radios
          key={field}
          field={fields[field]}
          legend={legend}
          items={items.map(([value, label]) => ({ value, label }))}
        />
      ))}
      <Textarea
        field={fields.codes}
        label="Codes"
        hint="One a line: the system’s code = duty, ignore, or one of our codes (COURT = L1). A code that is not here has its rows refused."
        rows={8}
      />
      <Textarea
        field={fields.posts}
        label="Posts"
        hint="One a line: the system’s name of a post = our reference. Leave out those that are called the same."
        rows={8}
      />
      <TextInput
        field={fields.trailer}
        label="First word of the last line"
        hint="Where that line holds the totals: the word, then rows, then hours. Leave empty where there is none."
        width={20}
      />
    </>
  );
}
