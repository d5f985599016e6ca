import { HowChosen, type HowChosenProps } from "./how-chosen.tsx";

interface YouSaidProps extends HowChosenProps {
  statement: string;
  /** What the police answered, a sentence each. */
  answer: readonly string[];
}

/** What residents raised and chose, and what the police answered. */
export function YouSaid({ statement, answer, ...chosen }: YouSaidProps) {
  return (
    <section aria-labelledby="you-said">
      <h2 className="govuk-heading-l" id="you-said">
        You said
      </h2>
      <p className="govuk-body-l">{statement}</p>
      <HowChosen {...chosen} />
      {answer.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-m">What the police answered</h3>
          {answer.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
    </section>
  );
}
