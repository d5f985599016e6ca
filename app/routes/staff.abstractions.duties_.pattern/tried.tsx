import { Button } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";

export interface TriedWords {
  duties: number;
  problems: readonly string[];
}

/** What the pattern would be, and the button that lays it where nothing stands in the way. */
export function Tried({ tried }: { tried: TriedWords }) {
  const { duties, problems } = tried;
  const words = `${duties.toLocaleString("en-GB")} ${duties === 1 ? "duty" : "duties"}`;
  return (
    <section aria-label="What it would be" role="status">
      <InsetText>
        <p>
          {problems.length === 0
            ? `This would add ${words}. Nothing stands in the way.`
            : `This would be ${words}. Nothing is added while these are in the way:`}
        </p>
        {problems.length === 0 ? null : (
          <ul className="govuk-list govuk-list--bullet">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </InsetText>
      {problems.length === 0 ? (
        <Button name="intent" value="lay">
          Add {words}
        </Button>
      ) : null}
    </section>
  );
}
