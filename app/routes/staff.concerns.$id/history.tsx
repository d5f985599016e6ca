import { momentInWords } from "#app/components/moment-in-words.ts";

interface HistoryProps {
  events: readonly { id: string; at: Date; line: string; by: string | null }[];
}

/** Each step so far, as whoever raised the concern reads it. */
export function History({ events }: HistoryProps) {
  if (events.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-s">What happened so far</h2>
      <ol className="govuk-list sn-steps-so-far">
        {events.map(({ id, at, line, by }) => (
          <li key={id}>
            <span className="sn-quiet">
              {momentInWords(at)}
              {by === null ? "" : `, ${by}`}
            </span>
            <br />
            {line}
          </li>
        ))}
      </ol>
    </section>
  );
}
