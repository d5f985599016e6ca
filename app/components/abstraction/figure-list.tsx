import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { rateBInWords, type RateFigure } from "#app/domain/abstraction/rate-figure.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";

/** One month's figure with everything that belongs beside a rate. */
export function FigureList({ figure, change }: { figure: RateFigure; change: string | null }) {
  const { words, hours, delivered, complete, version } = figure;
  const of = (shares: number, whole: string) => `${hoursWords(shares)} ${whole}`;
  const rows = [
    { term: "Rate A", value: change === null ? words : `${words}; ${change} since the month before` },
    { term: "Rate B", value: rateBInWords(figure) },
    { term: "Duty", value: hours === null ? null : hoursWords(hours.duty) },
    {
      term: "Abstracted",
      value:
        hours === null
          ? null
          : `${hoursWords(hours.abstractedA)}, of which ${of(hours.unauthorised, "were never authorised")} and ${of(hours.exempt, "were tagged exempt (they count all the same)")}`,
    },
    {
      term: "Delivered",
      value:
        hours === null
          ? null
          : delivered === null
            ? hoursWords(hours.delivered)
            : `${hoursWords(hours.delivered)}: ${delivered.words} of the ${hoursWords(hours.established)} established`,
    },
    { term: "Not at work", value: hours === null ? null : hoursWords(hours.unavailable) },
    { term: "Lent to other neighbourhoods", value: hours === null ? null : hoursWords(hours.lent) },
    { term: "Confirmed in time", value: complete === null ? "No duties" : `${complete.words} of duties` },
    { term: "Definition", value: String(version) },
  ];
  return <SummaryList rows={rows.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))} />;
}
