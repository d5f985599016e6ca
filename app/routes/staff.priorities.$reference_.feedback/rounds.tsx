import { Link } from "@remix-run/react";
import { PollResult } from "#app/components/feedback/poll-result.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { daysInWords, dayInWords } from "#app/domain/account/day-words.ts";
import { feedbackAnswerWords, type RoundKind } from "#app/domain/feedback/answers.ts";
import { paths } from "#app/paths.ts";
import type { FeedbackView } from "#app/services/feedback/view-feedback.server.ts";

const kindWords: Readonly<Record<RoundKind, string>> = {
  "sign-off": "Did it work?",
  lasting: "Has it stayed that way?",
};

interface OpenRoundProps {
  round: NonNullable<FeedbackView["open"]>;
  reference: string;
  mayEnter: boolean;
}

/** The round that takes answers: until when, and how many there are of how many needed. */
export function OpenRound({ round, reference, mayEnter }: OpenRoundProps) {
  const { kind, closesOn, isExtended, replies, quorum, voters } = round;
  const missing = quorum - replies;
  return (
    <section aria-labelledby="open">
      <h2 className="govuk-heading-m" id="open">
        Residents are asked: {kindWords[kind].toLowerCase()}
      </h2>
      <p className="govuk-body-l">
        {`${replies} of ${quorum} replies needed.`}{" "}
        {missing > 0 ? `${missing} more by ${dayInWords(closesOn)}.` : "There are enough."}
      </p>
      <p>
        Answers are taken until the end of {dayInWords(closesOn)}. {voters} people voted for this priority,
        which makes {quorum} the number that is needed.
      </p>
      {isExtended ? (
        <InsetText>
          Too few people answered in time, so they are asked until {dayInWords(closesOn)}. Knock on doors,
          hold a street briefing and ring your key individuals. If there are still too few then, the panel
          decides and residents read “few replies”.
        </InsetText>
      ) : null}
      <p>What people answered, and why, is shown here when the last day is over.</p>
      {mayEnter ? (
        <p>
          <Link className="govuk-link" to={paths.staff.enterReply(reference)}>
            Enter what a resident said on paper or by telephone
          </Link>
        </p>
      ) : null}
    </section>
  );
}

interface ClosedRoundProps {
  round: FeedbackView["closed"][number];
  mayReadReasons: boolean;
}

/** A round that is counted, and to those who may read them the reasons that people gave. */
export function ClosedRound({ round, mayReadReasons }: ClosedRoundProps) {
  const { id, kind, opensOn, closesOn, isPassed, poll, reasons } = round;
  if (poll === null) return null;
  return (
    <section className="sn-panel__item" aria-labelledby={`round-${id}`}>
      <h3 className="govuk-heading-s" id={`round-${id}`}>
        {kindWords[kind]} {daysInWords(opensOn, closesOn)}
      </h3>
      {kind === "lasting" || poll.isFewReplies ? null : (
        <p>
          <Tag tone={isPassed ? "good" : "late"}>{isPassed ? "Passed" : "Fell short"}</Tag>
        </p>
      )}
      <PollResult poll={poll} caption={`${kindWords[kind]} What residents said`} />
      {mayReadReasons && poll.rows.length > 0 ? <Reasons reasons={reasons} /> : null}
    </section>
  );
}

function Reasons({ reasons }: { reasons: FeedbackView["closed"][number]["reasons"] }) {
  if (reasons.length === 0) return <p>Nobody wrote why.</p>;
  return (
    <Details summary={`Why they said so (${reasons.length})`}>
      <p>
        Residents wrote this to you, without their names. Do not publish it, pass it on or try to find out who
        it was.
      </p>
      <dl className="sn-reasons">
        {reasons.map(({ id, answer, words }) => (
          <div key={id} className="sn-reasons__one">
            <dt>{feedbackAnswerWords[answer]}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
