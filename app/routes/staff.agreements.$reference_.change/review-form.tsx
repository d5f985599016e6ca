import { useForm, type SubmissionResult } from "@conform-to/react";
import {
  agreementFieldErrors,
  AgreementFieldset,
  type AgreementChoices,
} from "#app/components/agreement/agreement-fields.tsx";
import type { AgreementFormFields } from "#app/components/agreement/agreement-schema.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { listField, summarised } from "#app/components/govuk/list-field.ts";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { ReviewFormFields } from "./acts.ts";

interface ReviewFormProps {
  reference: string;
  version: number;
  typed: AgreementFormFields;
  choices: AgreementChoices;
  /** The parties that are bound by it now. */
  bound: readonly { id: string; name: string }[];
  /** The last day that the next review can be. */
  latest: Day;
  reply: SubmissionResult | undefined;
}

/** An agreement as it goes on after its review. */
export function ReviewForm({ reference, version, typed, choices, bound, latest, reply }: ReviewFormProps) {
  const [, fields] = useForm<ReviewFormFields>({
    id: "agreement",
    lastResult: reply,
    defaultValue: { ...typed, agreed: [], reviewBy: partsOfDay(latest) },
  });
  const errors = [
    ...agreementFieldErrors(fields),
    summarised(listField(fields.agreed)),
    dateFieldError(fields.reviewBy),
  ];
  return (
    <>
      <ErrorSummary fields={errors} />
      <p>
        Read it with its parties, and change what is no longer right. It holds from today, in the words below.
      </p>
      <form id={wholeFormId} method="post" action={paths.tasking.changeAgreement(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <AgreementFieldset fields={fields} choices={choices} />
        <Checkboxes
          field={listField(fields.agreed)}
          legend="Who agreed to go on?"
          hint="Nothing is shared with a partner who did not, until they have signed again"
          items={bound.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField
          field={fields.reviewBy}
          legend="When is it reviewed again?"
          hint={`By ${dayInWords(latest)}. Without a review, it lapses the day after`}
        />
        <Button name="intent" value="review">
          Save the review
        </Button>
      </form>
    </>
  );
}
