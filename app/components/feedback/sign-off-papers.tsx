import { Link } from "@remix-run/react";
import type { ToldOutcome } from "#app/domain/feedback/asked.ts";
import type { ShownPoll } from "#app/domain/feedback/shown-poll.ts";
import { paths } from "#app/paths.ts";
import { OutcomeList } from "./outcome-list.tsx";
import { PollResult } from "./poll-result.tsx";

interface SignOffPapersProps {
  papers: { reference: string; outcome: ToldOutcome | null; poll: ShownPoll | null };
}

/** What a panel reads before it says whether a priority is done. */
export function SignOffPapers({ papers: { reference, outcome, poll } }: SignOffPapersProps) {
  return (
    <>
      <section aria-labelledby="said">
        <h2 className="govuk-heading-m" id="said">
          What residents said
        </h2>
        {poll === null ? <p>They have not been counted yet.</p> : <PollResult poll={poll} />}
        {poll?.isFewReplies === true ? (
          <p>Because too few people answered, the panel decides by itself, and the page says so.</p>
        ) : null}
      </section>
      <section aria-labelledby="reported">
        <h2 className="govuk-heading-m" id="reported">
          What the team reported
        </h2>
        {outcome === null ? <p>No report is on record.</p> : <OutcomeList outcome={outcome} />}
        <p>
          <Link className="govuk-link" to={paths.priority(reference)}>
            Read all about this priority
          </Link>
        </p>
      </section>
    </>
  );
}
