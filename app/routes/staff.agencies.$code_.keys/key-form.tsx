import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface KeyFormProps {
  code: string;
  /** The last day a key made now can work. */
  latest: Day;
  reply: SubmissionResult | undefined;
}

// An interface would want an index for every other name.
type Fields = { name: string; endsOn: DayParts | undefined };

/** Makes a key. */
export function KeyForm({ code, latest, reply }: KeyFormProps) {
  const [, { name, endsOn }] = useForm<Fields>({
    id: "key",
    lastResult: reply,
    defaultValue: { endsOn: partsOfDay(latest) },
  });
  return (
    <>
      <h2 className="govuk-heading-m">Make a key</h2>
      <ErrorSummary fields={[name, dateFieldError(endsOn)]} />
      <form method="post" action={paths.tasking.agencyKeys(code)} noValidate>
        <TextInput
          field={name}
          label="What is it for?"
          hint="The system that uses it, such as “Case management”. Name nobody"
          width={30}
          autoComplete="off"
        />
        <DateField field={endsOn} legend="Last day" hint={`${dayInWords(latest)} at the latest`} />
        <Button name="intent" value="make">
          Make the key
        </Button>
      </form>
    </>
  );
}
