import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { yearAfter, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface SignFormProps {
  agreement: { reference: string; version: number };
  /** Whose signatures it waits for. */
  missing: readonly string[];
  today: Day;
  reply: SubmissionResult | undefined;
}

type Fields = { startsOn: DayParts | undefined; reviewBy: DayParts | undefined };

/** Puts a draft in force once it is signed, or says whose signatures it waits for. */
export function SignForm({ agreement: { reference, version }, missing, today, reply }: SignFormProps) {
  const [, { startsOn, reviewBy }] = useForm<Fields>({
    id: "sign",
    lastResult: reply,
    defaultValue: { startsOn: partsOfDay(today), reviewBy: partsOfDay(yearAfter(today)) },
  });
  return (
    <section className="sn-no-print">
      <h2 className="govuk-heading-m">Put it in force</h2>
      {missing.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        <>
          <ErrorSummary fields={[dateFieldError(startsOn), dateFieldError(reviewBy)]} />
          <form method="post" action={paths.tasking.agreement(reference)} noValidate>
            <input type="hidden" name="version" value={version} />
            <DateField field={startsOn} legend="First day" hint="Nothing is shared by it before" />
            <DateField
              field={reviewBy}
              legend="When is it reviewed?"
              hint="At most 12 months after the first day. Without a review, it lapses the day after"
            />
            <Button name="intent" value="sign">
              Put it in force
            </Button>
          </form>
        </>
      )}
    </section>
  );
}
