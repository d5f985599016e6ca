import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import {
  feedbackAnswers,
  feedbackAnswerWords,
  toldAnswers,
  toldAnswerWords,
  type RoundKind,
} from "#app/domain/feedback/answers.ts";

interface AnswerFieldsProps {
  fields: Readonly<Record<"answer" | "told" | "words", Field>>;
  kind: RoundKind;
}

/** The three questions. The third is read by the team alone, and says so. */
export function AnswerFields({ fields: { answer, told, words }, kind }: AnswerFieldsProps) {
  return (
    <div className="sn-answer">
      <Radios
        field={answer}
        legend={kind === "lasting" ? "How is it now?" : "What has become of the problem?"}
        items={feedbackAnswers.map((value) => ({ value, label: feedbackAnswerWords[value] }))}
      />
      <Radios
        field={told}
        legend="Were you told what was done?"
        items={toldAnswers.map((value) => ({ value, label: toldAnswerWords[value] }))}
      />
      <Textarea
        field={words}
        label="Why do you say so? (you need not answer)"
        hint="Only the neighbourhood team and its analysts read this, without your name. It is never published. Do not name anybody"
        rows={2}
      />
    </div>
  );
}
