import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface NowProps {
  slug: string;
  words: string;
  isVotingOpen: boolean;
  /** The running cycle, whose page has all dates. */
  cycleNumber: number | null;
}

/** Where the choosing of priorities stands today, and the one thing to do. */
export function Now({ slug, words, isVotingOpen, cycleNumber }: NowProps) {
  return (
    <section className="sn-now" aria-label="What happens now">
      <p className="sn-now__words">{words}</p>
      <div className="sn-now__actions">
        {isVotingOpen ? (
          <Link className="govuk-button" role="button" draggable={false} to={paths.vote(slug)}>
            Vote now
          </Link>
        ) : null}
        <Link
          className={isVotingOpen ? "govuk-button govuk-button--secondary" : "govuk-button"}
          role="button"
          draggable={false}
          to={paths.raise(slug)}
        >
          Raise a concern
        </Link>
        {cycleNumber === null ? null : (
          <Link className="govuk-link" to={paths.cycle(slug, cycleNumber)}>
            All dates of this round
          </Link>
        )}
      </div>
    </section>
  );
}
