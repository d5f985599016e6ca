import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { actionMovesFrom, type ActionState } from "#app/domain/plan/action.ts";
import { paths } from "#app/paths.ts";

const choices: Readonly<Record<ActionState, string>> = {
  open: "It can go on",
  blocked: "It is blocked",
  done: "It is done",
  dropped: "It will not be done",
};

interface AnswerFormProps {
  reference: string;
  action: { number: number; version: number; state: ActionState; publicReason: string | null };
  reply: SubmissionResult | undefined;
}

/** What came of an action, with what residents read of one that is late or dropped. */
export function AnswerForm({ reference, action, reply }: AnswerFormProps) {
  const { number, version, state: now, publicReason: told } = action;
  const [, { state, words, publicReason }] = useForm<Record<"state" | "words" | "publicReason", string>>({
    id: "answer",
    lastResult: reply,
    defaultValue: { publicReason: told ?? "" },
  });
  return (
    <section>
      <h2 className="govuk-heading-m">What came of it</h2>
      <ErrorSummary fields={[state, words, publicReason]} />
      <form method="post" action={paths.staff.planAction(reference, number)} noValidate>
        <input type="hidden" name="version" value={version} />
        <Radios
          field={state}
          legend="How does it stand?"
          items={actionMovesFrom(now).map((value) => ({ value, label: choices[value] }))}
        />
        <Textarea
          field={words}
          label="In a sentence: the result, or why"
          hint="Staff and whoever does it read this. Name nobody."
          rows={3}
        />
        <Textarea
          field={publicReason}
          label="What residents read of why it is late or dropped (optional)"
          rows={2}
        />
        <Button name="intent" value="answer">
          Save what came of it
        </Button>
      </form>
    </section>
  );
}
