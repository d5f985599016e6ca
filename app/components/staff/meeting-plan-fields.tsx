import type { FieldMetadata } from "@conform-to/react";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { resolutionFormats } from "#app/domain/panel/resolution-kinds.ts";
import { resolutionFormatWords } from "#app/domain/panel/resolution-words.ts";
import { DateField } from "./date-field.tsx";

interface MeetingPlanFieldsProps {
  format: Field;
  heldOn: FieldMetadata<DayParts | undefined>;
  writtenVoteDays: Field;
  mostDays: number;
}

/** When and how a panel meets. */
export function MeetingPlanFieldset({ format, heldOn, writtenVoteDays, mostDays }: MeetingPlanFieldsProps) {
  return (
    <>
      <Radios
        field={format}
        legend="How does the panel meet?"
        items={resolutionFormats.map((value) => ({ value, label: resolutionFormatWords[value] }))}
      />
      <DateField
        field={heldOn}
        legend="Day of the meeting"
        hint="In writing, the day on which members may begin to vote. For example 27 3 2027"
      />
      <TextInput
        field={writtenVoteDays}
        label="Days to vote in writing afterwards"
        hint={`At most ${mostDays}. With 0, the vote closes at the end of the day of the meeting`}
        inputMode="numeric"
        width={10}
      />
    </>
  );
}
