import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import type { Day } from "#app/domain/team/day.ts";

// An interface would want an index for every other name.
type RequestFields = {
  post: string;
  code: string;
  day: DayParts | undefined;
  startsAt: string;
  startSide: string;
  endsAt: string;
  endSide: string;
  gone: string;
  unit: string;
  reason: string;
  team: string;
  minimum: string;
  actual: string;
};

/** The form's fields, and what is wrong with them for the top of the page. */
export function useRequestForm(today: Day, lastResult: SubmissionResult | undefined) {
  const [, fields] = useForm<RequestFields>({
    id: "request",
    lastResult,
    defaultValue: { day: partsOfDay(today) },
  });
  const { post, code, day, startsAt, startSide, endsAt, endSide } = fields;
  const { gone, unit, reason, team, minimum, actual } = fields;
  const when = [dateFieldError(day), startsAt, startSide, endsAt, endSide];
  const wrong = [post, code, ...when, gone, unit, reason, team, minimum, actual];
  return { fields, errors: <ErrorSummary fields={wrong} /> };
}

interface RequestFormProps {
  fields: ReturnType<typeof useRequestForm>["fields"];
  teams: readonly { label: string; items: readonly { value: string; words: string }[] }[];
  codes: readonly { value: string; words: string }[];
  responseTeams: readonly { value: string; words: string }[];
}

/** Asks for an officer: who, when, what for and why. */
export function RequestForm({ fields, teams, codes, responseTeams }: RequestFormProps) {
  return (
    <form method="post" noValidate>
      <Select field={fields.post} label="Which officer" nothing="Select an officer" groups={teams} />
      <Select
        field={fields.code}
        label="What for"
        nothing="Select what for"
        groups={[{ label: "", items: codes }]}
      />
      <DateField field={fields.day} legend="Day" hint="The day on which it begins, for example 27 11 2026" />
      <TextInput field={fields.startsAt} label="From" hint="For example 2pm or 14:00" width={10} />
      <ClockSide field={fields.startSide} legend="Does it begin before or after the clocks changed?" />
      <TextInput
        field={fields.endsAt}
        label="To"
        hint="A time that is not later than the first one is of the next day"
        width={10}
      />
      <ClockSide field={fields.endSide} legend="Does it end before or after the clocks changed?" />
      <Checkboxes
        field={fields.gone}
        legend="Has the officer gone already?"
        items={[
          {
            value: "yes",
            label: "Yes, it was an emergency",
            hint: "It counts from now on. It is to be authorised within 24 hours.",
          },
        ]}
      />
      <TextInput field={fields.unit} label="Which unit asks" hint="For example Response B, early turn" />
      <Textarea
        field={fields.reason}
        label="Why"
        hint="What it is for, without names. Staff and the team read it."
        rows={3}
      />
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          For response cover (R1) only
        </legend>
        <Select
          field={fields.team}
          label="Which response team is short"
          nothing="Select a team"
          groups={[{ label: "", items: responseTeams }]}
        />
        <TextInput field={fields.minimum} label="Its minimum" inputMode="numeric" width={10} />
        <TextInput field={fields.actual} label="How many it has" inputMode="numeric" width={10} />
      </fieldset>
      <Button>Ask for this officer</Button>
    </form>
  );
}

/** Which of two hours is meant; asked only where a time is on the clocks twice. */
function ClockSide({ field, legend }: { field: Field; legend: string }) {
  return field.errors === undefined && field.initialValue === undefined ? null : (
    <Radios
      field={field}
      legend={legend}
      items={[
        { value: "before", label: "Before the clocks changed" },
        { value: "after", label: "After the clocks changed" },
      ]}
    />
  );
}
