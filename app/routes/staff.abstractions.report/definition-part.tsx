import { dayInWords } from "#app/domain/account/day-words.ts";

interface Definition {
  version: number;
  words: string;
  effectiveFrom: string;
  agreedBy: readonly string[];
}

const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What was counted, and how: no figure is worth more than this. */
export function DefinitionPart({ definition }: { definition: Definition | null }) {
  return (
    <section className="sn-rates__part">
      <h2 className="govuk-heading-m">What is counted</h2>
      {definition === null ? (
        <p>No definition was in force in this month.</p>
      ) : (
        <>
          <p>
            Definition {definition.version}, in force from {dayInWords(definition.effectiveFrom)}:{" "}
            {definition.agreedBy.length === 0
              ? "nobody has agreed it yet."
              : `agreed by ${listFormat.format(definition.agreedBy)}.`}
          </p>
          <blockquote className="sn-report__quote">{definition.words}</blockquote>
        </>
      )}
      <p>
        Rate A is hours used for other work, of all duty hours. Rate B counts training for the role, court
        from their own work and occupational health as well. Both are sums of hours divided once, never
        averages of percentages. Delivered is what was left for neighbourhoods, of the hours that the posts
        are paid for. A month is provisional while fewer than 95% of its duties were confirmed in time.
      </p>
    </section>
  );
}
