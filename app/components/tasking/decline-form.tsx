import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";

interface DeclineFormProps {
  version: number;
  to: string;
  reply: SubmissionResult | undefined;
}

/** Why an agency does not do what it was asked. */
export function DeclineForm({ version, to, reply }: DeclineFormProps) {
  const [, { words }] = useForm<{ words: string }>({ id: "decline", lastResult: reply });
  return (
    <Details summary="We cannot do it" isOpen={reply !== undefined}>
      <ErrorSummary fields={[words]} />
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={words}
          label="Why not?"
          hint="A sentence is enough. The group reads it, and gives the action to somebody else or drops it. Name nobody."
          rows={3}
        />
        <Button look="secondary" name="answer" value="rejected">
          Decline it
        </Button>
      </form>
    </Details>
  );
}
