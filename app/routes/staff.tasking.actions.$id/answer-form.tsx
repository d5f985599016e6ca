import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LineFields } from "#app/components/tasking/line-fields.tsx";
import type { TaskingAnswer } from "#app/domain/tasking/moves.ts";

interface AnswerFormProps {
  version: number;
  to: string;
  answers: readonly TaskingAnswer[];
  hasPage: boolean;
  reply: SubmissionResult | undefined;
}

const choices: Readonly<Record<TaskingAnswer, string>> = {
  accepted: "We will do it",
  "in-progress": "It is under way",
  done: "It is done",
  rejected: "We cannot do it",
};

/** What came of an action of the police’s own. */
export function AnswerForm({ version, to, answers, hasPage, reply }: AnswerFormProps) {
  const [, { answer, words, publicLine, withheldReason }] = useForm<
    Record<"answer" | "words" | "publicLine" | "withheldReason", string>
  >({ id: "answer", lastResult: reply });
  return (
    <section aria-labelledby="answers">
      <h2 className="govuk-heading-m" id="answers">
        What came of it
      </h2>
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        <Radios
          field={answer}
          legend="How does it stand?"
          items={answers.map((value) => ({ value, label: choices[value] }))}
        />
        <Textarea
          field={words}
          label="In a sentence: the result, or why"
          hint="Whoever reads the action reads this. Name nobody."
          rows={3}
        />
        {hasPage ? (
          <LineFields
            fields={{ publicLine, withheldReason }}
            label="When it is done: what may residents read of it?"
          />
        ) : null}
        <Button name="intent" value="answer">
          Save what came of it
        </Button>
      </form>
    </section>
  );
}
