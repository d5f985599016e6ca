import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { TensionFormFields } from "#app/components/impact/impact-schema.ts";
import { TensionFields } from "#app/components/impact/tension-fields.tsx";
import { paths } from "#app/paths.ts";

interface ReviewFormProps {
  reference: string;
  version: number;
  /** Whether the review is what its reader has come for. */
  isDue: boolean;
  reply: SubmissionResult | undefined;
}

export function ReviewForm({ reference, version, isDue, reply }: ReviewFormProps) {
  const [, fields] = useForm<TensionFormFields & { words: string }>({ id: "review", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[fields.words, fields.tension, fields.reviewHours]} />
      <Details summary="Review it" isOpen={isDue || reply !== undefined}>
        <form method="post" action={paths.tasking.impact(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <Textarea field={fields.words} label="What has changed since the last look?" />
          <TensionFields fields={fields} />
          <Button name="intent" value="review">
            Save the review
          </Button>
        </form>
      </Details>
    </>
  );
}
