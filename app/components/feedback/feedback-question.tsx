import { useForm, type SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { AskedQuestion } from "#app/domain/feedback/asked.ts";
import { feedbackAnswerWords, toldAnswerWords } from "#app/domain/feedback/answers.ts";
import { paths } from "#app/paths.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { OutcomeList } from "./outcome-list.tsx";
import { PollResult } from "./poll-result.tsx";

interface FeedbackQuestionProps {
  asked: AskedQuestion;
  /** Where the form goes: the page itself. */
  action: string;
  isDone: boolean;
  isChanging: boolean;
  refused: { reply: SubmissionResult; messages: readonly string[] } | undefined;
  /** Whether to offer to be told by email what comes of it. */
  offersToTell?: boolean;
  /** In place of the form, for who cannot answer here. */
  otherwise?: ReactNode;
}

/** The one question about a priority: what the team says, then what its reader says. */
export function FeedbackQuestion(props: FeedbackQuestionProps) {
  const { asked, action, isDone, isChanging, refused, offersToTell = false, otherwise = null } = props;
  const { title, place, kind, closesOn, isOpen, outcome, poll, own, reference } = asked;
  const isForm = isOpen && otherwise === null && (own === null || isChanging || refused !== undefined);
  return (
    <>
      <FormErrors messages={refused?.messages} />
      <h1 className="govuk-heading-l" id={isForm ? undefined : wholeFormId} tabIndex={-1}>
        <span className="govuk-caption-l">
          {title}, {place}
        </span>
        {isOpen
          ? kind === "lasting"
            ? "Has it stayed better?"
            : "Has it got better?"
          : "This question is closed"}
      </h1>
      {own === null || isForm ? null : <OwnAnswer own={own} isDone={isDone} />}
      {isOpen && outcome !== null ? (
        <>
          <p>
            <strong>The team says:</strong> {outcome.changed} Before: {outcome.before}. After: {outcome.after}
            .
          </p>
          <Details summary="All that the team reported">
            <OutcomeList outcome={outcome} />
          </Details>
        </>
      ) : null}
      {isForm ? (
        <AnswerForm asked={asked} action={action} reply={refused?.reply} offersToTell={offersToTell} />
      ) : null}
      {isOpen ? otherwise : <Closed poll={poll} />}
      {isOpen && closesOn !== null ? (
        <p>
          You can answer, or change your answer, until the end of {dayInWords(closesOn)}.
          {own === null || isForm ? null : (
            <>
              {" "}
              <a className="govuk-link" href={`${action}?change=1`}>
                Change your answer
              </a>
            </>
          )}
        </p>
      ) : null}
      <p>
        <Link className="govuk-link" to={paths.priority(reference)}>
          Read all about this priority
        </Link>
      </p>
    </>
  );
}

function OwnAnswer({ own, isDone }: { own: NonNullable<AskedQuestion["own"]>; isDone: boolean }) {
  return (
    <section className="sn-vote__own" aria-labelledby="own">
      <div role={isDone ? "status" : undefined}>
        <h2 className="govuk-heading-m" id="own">
          {isDone ? "Thank you. Your answer is in" : "You have answered"}
        </h2>
      </div>
      <p>
        You said “{feedbackAnswerWords[own.answer]}”. Were you told what was done? “
        {toldAnswerWords[own.told]}”.
      </p>
    </section>
  );
}

const Closed = ({ poll }: Pick<AskedQuestion, "poll">) =>
  poll === null ? (
    <p>Residents are not asked about this priority at the moment, so no answers are taken.</p>
  ) : (
    <>
      <p>Thank you for coming. The last day to answer is over, and this is what people said.</p>
      <PollResult poll={poll} />
    </>
  );

interface AnswerFormProps {
  asked: AskedQuestion;
  action: string;
  reply: SubmissionResult | undefined;
  offersToTell: boolean;
}

// An interface would want an index for every other name.
type AnswerFormFields = { answer: string; told: string; words: string; isToBeTold: string };

function AnswerForm({ asked: { kind, own }, action, reply, offersToTell }: AnswerFormProps) {
  const [, fields] = useForm<AnswerFormFields>({
    id: "feedback",
    lastResult: reply,
    defaultValue: own === null ? {} : { answer: own.answer, told: own.told, words: own.words ?? "" },
  });
  const { answer, told, words, isToBeTold } = fields;
  return (
    <>
      <ErrorSummary fields={[answer, told, words]} />
      <form method="post" action={action} id={wholeFormId} noValidate tabIndex={-1}>
        <AnswerFields fields={{ answer, told, words }} kind={kind} />
        {offersToTell ? (
          <Checkboxes
            field={isToBeTold}
            legend={<span className="govuk-visually-hidden">Being told</span>}
            items={[{ value: "yes", label: "Tell me by email what comes of it" }]}
          />
        ) : null}
        <Button>{own === null ? "Send my answer" : "Change my answer"}</Button>
      </form>
    </>
  );
}
