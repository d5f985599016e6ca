import type { SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { DoneForm } from "#app/components/tasking/done-form.tsx";
import { DeclineForm } from "#app/components/tasking/decline-form.tsx";
import type { TaskingAnswer } from "#app/domain/tasking/moves.ts";

interface AnswerFormsProps {
  version: number;
  agency: string;
  /** Whether residents can read of it anywhere. */
  hasPage: boolean;
  answers: readonly TaskingAnswer[];
  /** The address of the page, which takes the forms. */
  to: string;
  reply: SubmissionResult | undefined;
}

const declineId = "we-cannot";
const doneId = "we-did-it";

const replyFor = (reply: SubmissionResult | undefined, answer: TaskingAnswer) =>
  reply?.initialValue?.["answer"] === answer ? reply : undefined;

/** What an agency answers: yes with one tap, then what came of it; or why not. */
export function AnswerForms({ version, agency, hasPage, answers, to, reply }: AnswerFormsProps) {
  const one = { version, to };
  const isUnanswered = answers.includes("accepted");
  // Without script a refused form comes back at its own place, where its message stands.
  const decline = answers.includes("rejected") ? (
    <div id={declineId}>
      <DeclineForm version={version} to={`${to}#${declineId}`} reply={replyFor(reply, "rejected")} />
    </div>
  ) : null;
  return (
    <>
      {isUnanswered ? (
        <section aria-labelledby="will-you">
          <h2 className="govuk-heading-m" id="will-you">
            Will you do it?
          </h2>
          <OneTap {...one} answer="accepted" words="Accept: we will do it" />
          {decline}
        </section>
      ) : null}
      {answers.includes("in-progress") && !isUnanswered ? (
        <OneTap {...one} answer="in-progress" words="We have begun" isSecond />
      ) : null}
      {answers.includes("done") ? (
        <div id={doneId}>
          <DoneForm
            version={version}
            to={`${to}#${doneId}`}
            agency={agency}
            hasPage={hasPage}
            reply={replyFor(reply, "done")}
          />
        </div>
      ) : null}
      {isUnanswered ? null : decline}
    </>
  );
}

interface OneTapProps {
  version: number;
  to: string;
  answer: TaskingAnswer;
  words: string;
  isSecond?: boolean;
}

const OneTap = ({ version, to, answer, words, isSecond = false }: OneTapProps) => (
  <form method="post" action={to}>
    <input type="hidden" name="version" value={version} />
    <Button look={isSecond ? "secondary" : "primary"} name="answer" value={answer}>
      {words}
    </Button>
  </form>
);
