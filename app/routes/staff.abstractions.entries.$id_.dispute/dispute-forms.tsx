import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { mostDisputeWords } from "#app/domain/abstraction/dispute.ts";
import { paths } from "#app/paths.ts";

interface FormProps {
  entryId: string;
  reply: SubmissionResult | undefined;
}

/** The officer says what is not right. */
export function DisputeForm({ entryId, reply }: FormProps) {
  const [, { words }] = useForm<{ words: string }>({ id: "dispute", lastResult: reply });
  return (
    <form method="post" action={paths.abstractions.dispute(entryId)} noValidate>
      <ErrorSummary fields={[words]} />
      <Textarea
        field={words}
        label="What is not right?"
        hint="For example the times, the code, or that you were not there. Name nobody. Your sergeant and inspector read it."
        maxLength={mostDisputeWords}
      />
      <Button name="intent" value="dispute">
        Send it
      </Button>
    </form>
  );
}

/** The officer takes it back. */
export const TakeBackForm = ({ entryId }: { entryId: string }) => (
  <form method="post" action={paths.abstractions.dispute(entryId)}>
    <Button look="secondary" name="intent" value="take-back">
      Take your dispute back
    </Button>
  </form>
);

/** Somebody else says whether the officer is right. */
export function AnswerForm({ entryId, reply, mayRefuse }: FormProps & { mayRefuse: boolean }) {
  const [, { answer, words }] = useForm<{ answer: string; words: string }>({
    id: "answer",
    lastResult: reply,
  });
  const right = { value: "accepted", label: "Yes: I correct or withdraw the entry next" };
  return (
    <form method="post" action={paths.abstractions.dispute(entryId)} noValidate>
      <ErrorSummary fields={[answer, words]} />
      {mayRefuse ? null : (
        <InsetText>
          You wrote this entry, so you can only say that the officer is right. If you think that the entry is
          right, somebody else has to say so.
        </InsetText>
      )}
      <Radios
        field={answer}
        legend="Is the officer right?"
        items={mayRefuse ? [right, { value: "refused", label: "No: the entry stays" }] : [right]}
      />
      <Textarea
        field={words}
        label="Your answer"
        hint="The officer reads it. You need to say why if the entry stays."
        maxLength={mostDisputeWords}
      />
      <Button name="intent" value="answer">
        Answer
      </Button>
    </form>
  );
}
