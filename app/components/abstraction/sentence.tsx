import type { PublicSentence } from "#app/domain/abstraction/public-sentence.ts";

/** The sentence about a quarter, then what has to be known with it. */
export function Sentence({ spent, promise, beside }: PublicSentence) {
  return (
    <>
      <p className="govuk-body-l">
        {spent} {promise}
      </p>
      {beside.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
}
