import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface CloseFormProps {
  reference: string;
  version: number;
  reply: SubmissionResult | undefined;
}

export function CloseForm({ reference, version, reply }: CloseFormProps) {
  const [, fields] = useForm<{ closingWords: string }>({ id: "close", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[fields.closingWords]} />
      <Details summary="Close it" isOpen={reply !== undefined}>
        <p>
          It can be closed after a review in time that finds tension low or medium, when its actions are
          finished.
        </p>
        <form method="post" action={paths.tasking.impact(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <Textarea field={fields.closingWords} label="How did it end, and what was learnt?" />
          <Button name="intent" value="close">
            Close the assessment
          </Button>
        </form>
      </Details>
    </>
  );
}
