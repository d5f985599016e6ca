import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { pausedCycleWords } from "#app/domain/cycle/pre-election.ts";
import { paths } from "#app/paths.ts";

// An interface would want an index for every other name.
type PeriodFields = {
  startsOn: DayParts | undefined;
  endsOn: DayParts | undefined;
  reason: string;
  pausesCycles: string;
};

/** The form's fields, and what is wrong with them for the top of the page. */
export function usePeriodForm(lastResult: SubmissionResult | undefined) {
  const [, fields] = useForm<PeriodFields>({ id: "period", lastResult });
  const { startsOn, endsOn, reason, pausesCycles } = fields;
  const wrong = [dateFieldError(startsOn), dateFieldError(endsOn), reason, pausesCycles];
  return { fields, errors: <ErrorSummary fields={wrong} /> };
}

/** Sets a time before an election. */
export function PeriodForm({
  fields: { startsOn, endsOn, reason, pausesCycles },
}: Pick<ReturnType<typeof usePeriodForm>, "fields">) {
  return (
    <form method="post" action={paths.staff.preElection()} noValidate>
      <h2 className="govuk-heading-m">Set a period</h2>
      <input type="hidden" name="intent" value="begin" />
      <DateField field={startsOn} legend="First day" hint="For example 27 3 2027" />
      <DateField field={endsOn} legend="Last day" hint="As a rule the day of the election" />
      <TextInput
        field={reason}
        label="Which election"
        hint="Residents read it. For example: Election of the county council on 6 May 2027."
        autoComplete="off"
      />
      <Radios
        field={pausesCycles}
        legend="Do votes and panels wait until it is over?"
        hint="What has opened stays open and finishes on its dates."
        items={[
          { value: "yes", label: "Yes, they wait", hint: pausedCycleWords },
          { value: "no", label: "No, cycles go on" },
        ]}
      />
      <Button>Set this period</Button>
    </form>
  );
}
