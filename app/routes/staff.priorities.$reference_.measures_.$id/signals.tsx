import { Details } from "#app/components/govuk/details.tsx";

/** What the figures of a measure say beyond chance, one line each, and how that is told. */
export function Signals({ signals }: { signals: readonly string[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Change or chance</h2>
      {signals.length === 0 ? (
        <p>No figure since the time before is a sign of a change.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {signals.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <Details summary="How a change is told from chance">
        <p>
          Figures go up and down by themselves. The dotted lines show how far they went in the time before:
          nearly all figures fall between them when nothing changes. A ring marks one that does not.
        </p>
        <p>
          Three things are seldom chance: a figure outside the dotted lines, seven figures in a row on one
          side of the average, and six in a row that go one way. Everything else is chance as far as anybody
          can tell. A change is no proof of what caused it.
        </p>
        <p>It takes eight figures of the time before to draw the lines.</p>
      </Details>
    </section>
  );
}
