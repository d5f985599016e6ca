import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface WordsFormProps {
  reference: string;
  intent: "advice" | "finish-action";
  /** Of what is answered. */
  id: string;
  summary: string;
  label: string;
  reply: SubmissionResult | undefined;
}

/** Writes down the one thing that is missing: the advice on a question, or what came of an action. */
export function WordsForm({ reference, intent, id, summary, label, reply }: WordsFormProps) {
  const [, fields] = useForm<{ advice: string; result: string }>({
    id: `${intent}-${id}`,
    lastResult: reply,
  });
  const field = intent === "advice" ? fields.advice : fields.result;
  return (
    <>
      <ErrorSummary fields={[field]} />
      <Details summary={summary} isOpen={reply !== undefined}>
        <form method="post" action={paths.tasking.impact(reference)} noValidate>
          <input type="hidden" name="id" value={id} />
          <Textarea field={field} label={label} rows={4} />
          <Button name="intent" value={intent} look="secondary">
            Save
          </Button>
        </form>
      </Details>
    </>
  );
}
