import { Link } from "@remix-run/react";
import { Sentence } from "#app/components/abstraction/sentence.tsx";
import type { PublicSentence } from "#app/domain/abstraction/public-sentence.ts";
import { paths } from "#app/paths.ts";

/** How much of the team's time the neighbourhood got in the last quarter that is published. */
export function TeamTime({ slug, sentence }: { slug: string; sentence: PublicSentence | null }) {
  return (
    <section aria-labelledby="time">
      <h2 id="time" className="govuk-heading-l">
        Your team’s time
      </h2>
      {sentence === null ? (
        <p>How much of its time the team spends here is published four times a year.</p>
      ) : (
        <Sentence {...sentence} />
      )}
      <p>
        <Link className="govuk-link" to={paths.teamTime(slug)}>
          Your team’s time, quarter by quarter
        </Link>
      </p>
    </section>
  );
}
