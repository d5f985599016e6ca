import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { closeReasons, closeReasonWords } from "#app/domain/priority/close.ts";
import { paths } from "#app/paths.ts";

// An interface would want an index for every other name.
type EndFields = { reason: string; words: string };

interface EndFormProps {
  reference: string;
  reply: SubmissionResult | undefined;
}

/** The inspector ends it without the residents’ word. */
export function CloseForm({ reference, version, reply }: EndFormProps & { version: number }) {
  const [, fields] = useForm<EndFields>({ id: "close", lastResult: reply });
  const { reason, words } = fields;
  return (
    <section aria-labelledby="close-heading">
      <h2 className="govuk-heading-m" id="close-heading">
        Close it without sign-off
      </h2>
      <WarningText>Residents read that they were not asked, and why. It is counted for your area</WarningText>
      <ErrorSummary fields={[reason, words]} />
      <form method="post" action={paths.staff.endPriority(reference)} noValidate>
        <input type="hidden" name="intent" value="close" />
        <input type="hidden" name="version" value={version} />
        <Radios
          field={reason}
          legend="Why is it closed?"
          hint="There are no other grounds. If the work is done, file the outcome report instead"
          items={closeReasons.map((value) => ({ value, label: closeReasonWords[value] }))}
        />
        <Textarea field={words} label="The reason, as residents will read it" rows={3} />
        <Button look="secondary">Close without sign-off</Button>
      </form>
    </section>
  );
}

/** The problem came back in time: it is opened again. */
export function RecurForm({ reference, until, reply }: EndFormProps & { until: string }) {
  const [, fields] = useForm<EndFields>({ id: "recur", lastResult: reply });
  const { words } = fields;
  return (
    <section aria-labelledby="recur-heading">
      <h2 className="govuk-heading-m" id="recur-heading">
        It has come back
      </h2>
      <p>
        Until {until} it can be opened again. It takes a place among the open priorities, and its plan goes
        back to the analysis.
      </p>
      <ErrorSummary fields={[words]} />
      <form method="post" action={paths.staff.endPriority(reference)} noValidate>
        <input type="hidden" name="intent" value="recur" />
        <Textarea field={words} label="What happens again, as residents will read it" rows={3} />
        <Button>Open it again</Button>
      </form>
    </section>
  );
}
