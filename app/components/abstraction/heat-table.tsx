import { weekdays, type Heat } from "#app/domain/abstraction/heat.ts";

/** Abstracted hours by hour of the day and day of the week: the number says it, the shade repeats it. */
export function HeatTable({ heat: { rows, totals, words } }: { heat: Heat }) {
  return (
    <section className="sn-rates__part">
      <h2 className="govuk-heading-m">When they are taken</h2>
      {words === null ? (
        <p>No hours were used for other work in this month.</p>
      ) : (
        <>
          <p>{words} Hours of the month, at London time; a darker cell is more.</p>
          <table className="sn-heat">
            <caption className="govuk-visually-hidden">
              Abstracted hours by hour of the day and day of the week
            </caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                {weekdays.map((day) => (
                  <th key={day} scope="col">
                    <abbr title={day}>{day.slice(0, 3)}</abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ hour, cells }) => (
                <tr key={hour}>
                  <th scope="row">{hour}</th>
                  {cells.map(({ words: hours, shade }, at) => (
                    <td key={weekdays[at]} className={`sn-heat__cell sn-heat__cell--${shade}`}>
                      {hours === "" ? <span className="govuk-visually-hidden">None</span> : hours}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">All</th>
                {totals.map((hours, at) => (
                  <td key={weekdays[at]}>
                    {hours === "" ? <span className="govuk-visually-hidden">None</span> : hours}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </>
      )}
    </section>
  );
}
