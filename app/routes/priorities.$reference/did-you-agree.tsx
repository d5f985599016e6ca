import { Link } from "@remix-run/react";
import { PollResult } from "#app/components/feedback/poll-result.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { paths } from "#app/paths.ts";
import type { ShownAgreement } from "./shown-agreement.server.ts";

interface DidYouAgreeProps {
  reference: string;
  slug: string;
  agreement: ShownAgreement;
}

/** Whether the people who live here say that it is solved: never anything else. */
export function DidYouAgree({ reference, slug, agreement }: DidYouAgreeProps) {
  const { heading, sentences, why, open, entries, canRecurUntil } = agreement;
  return (
    <section aria-labelledby="result">
      <h2 className="govuk-heading-l" id="result">
        Did you agree?
      </h2>
      <InsetText>
        <p>
          <strong>{heading}</strong>
        </p>
        {[...sentences, ...(why === null ? [] : [why])].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </InsetText>
      {open === null ? null : <HowToAnswer reference={reference} slug={slug} open={open} />}
      {entries.map(({ heading: entryHeading, sentences: said, poll }) => (
        <section key={`${entryHeading} ${said.join(" ")}`}>
          <h3 className="govuk-heading-m">{entryHeading}</h3>
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {poll === null ? null : <PollResult poll={poll} caption={entryHeading} />}
        </section>
      ))}
      {canRecurUntil === null ? null : (
        <p>
          Has it come back?{" "}
          <Link className="govuk-link" to={paths.messageTeam(slug)}>
            Tell the team
          </Link>
          . It can be opened again until {canRecurUntil}. After that, raise it as a new concern.
        </p>
      )}
    </section>
  );
}

interface HowToAnswerProps {
  reference: string;
  slug: string;
  open: NonNullable<ShownAgreement["open"]>;
}

function HowToAnswer({ reference, slug, open: { until, isLasting } }: HowToAnswerProps) {
  return (
    <div className="sn-answer">
      {isLasting ? (
        <p>People are asked once more, some time after it was signed off: has it lasted?</p>
      ) : null}
      <p>
        Do you live, work or study here? You do not have to have voted. One person has one answer, and you can
        change it until the end of {until}.
      </p>
      <p>
        <Link className="govuk-button" to={paths.tellWhetherSolved(reference)}>
          {isLasting ? "Say whether it has lasted" : "Say whether it worked"}
        </Link>
      </p>
      <p>
        If we sent you a message, use the link in it: you need not sign in. You can also answer on paper or by
        telephone:{" "}
        <Link className="govuk-link" to={paths.messageTeam(slug)}>
          ask the team
        </Link>
        .
      </p>
    </div>
  );
}
