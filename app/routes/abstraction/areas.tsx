import { SeriesChart } from "#app/components/chart/series-chart.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { areaBreaks, areaCell, areaPoints } from "#app/domain/abstraction/area-words.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { AreaSeries } from "#app/domain/abstraction/published-series.ts";
import { targetPercent } from "#app/domain/abstraction/rate.ts";
import { monthInWords } from "#app/domain/measure/month.ts";

const latestShown = 3;

interface AreasProps {
  areas: readonly AreaSeries[];
  /** When the definition changed, and how. */
  breaks: readonly { version: number; effectiveFrom: Month; change: string }[];
}

/** The months of the force as a chart, and beside the BCUs' as a table. */
export function Areas({ areas, breaks }: AreasProps) {
  const force = areas.find(({ bcu }) => bcu === null);
  if (force === undefined) return null;
  const first = force.months[0]?.startsOn ?? "";
  const last = force.months.at(-1)?.startsOn ?? "";
  const months = force.months.map(({ startsOn }) => startsOn).reverse();
  const latest = months.slice(0, latestShown).reverse();
  const restated = force.months.flatMap(({ startsOn, latest, revisions, overSince }) => {
    const before = revisions.at(-2)?.shown.rate?.words;
    if (latest.restatement === null) return [];
    const was = before === undefined ? "" : ` It was published as ${before}.`;
    const over = overSince === latest.publishedOn ? " It counts as over the target from that day." : "";
    return [`${monthInWords(startsOn)}: ${latest.restatement}${was}${over}`];
  });
  return (
    <>
      <SeriesChart
        heading="h2"
        chart={{
          title: "The whole force, month by month",
          unit: "per cent of neighbourhood duty used for other work",
          step: "month",
          points: areaPoints(force.months),
          breaks: areaBreaks(force.months),
          top: null,
          baseline: null,
          target: targetPercent,
          marks: breaks
            .filter(
              ({ version, effectiveFrom }) => version > 1 && first <= effectiveFrom && effectiveFrom <= last,
            )
            .map(({ effectiveFrom, change }) => ({
              on: effectiveFrom,
              words: `Another definition. ${change}`,
            })),
          limits: null,
          words: restated,
        }}
      />
      <DataTable
        caption="The force and its parts (BCUs)"
        columns={["Area", ...latest.map(monthInWords)]}
        rows={areas.map(({ bcu, months }) => ({
          key: bcu?.code ?? "",
          cells: [bcu?.name ?? "The whole force", ...latest.map((month) => cellOf(months, month))],
        }))}
      />
      <Details summary="Every month, and the hours of the force">
        <DataTable
          caption="Month by month"
          columns={["Month", ...areas.map(({ bcu }) => bcu?.name ?? "Force")]}
          rows={months.map((month) => ({
            key: month,
            cells: [monthInWords(month), ...areas.map((area) => cellOf(area.months, month))],
          }))}
        />
        <HoursTable months={force.months} />
        <p>
          What is delivered is neighbourhood duty done, of all hours for which there are posts: it falls when
          posts are vacant. The wider measure counts more codes, so that forces can be compared; it has no
          target here. Hours in a declared major incident are exempt: they are named, and count all the same.
          Hours are given in steps of 50, and fewer than 50 exempt ones are not.
        </p>
      </Details>
    </>
  );
}

function cellOf(months: AreaSeries["months"], month: Month): string {
  const found = months.find(({ startsOn }) => startsOn === month);
  return found === undefined ? "No figure" : areaCell(found);
}

const hoursFormat = new Intl.NumberFormat("en-GB");
const inHours = (hours: number | null | undefined) =>
  hours == null ? "Not given" : hoursFormat.format(hours);

/** The hours behind the rates of the force, and what is left of those it has posts for. */
function HoursTable({ months }: Pick<AreaSeries, "months">) {
  return (
    <DataTable
      caption="The hours of the force"
      columns={["Month", "Duty", "Other work", "Of which exempt", "Delivered", "Wider measure"]}
      rows={[...months].reverse().map(({ startsOn, latest: { shown } }) => ({
        key: startsOn,
        cells: [
          monthInWords(startsOn),
          inHours(shown.hours?.duty),
          inHours(shown.hours?.abstracted),
          inHours(shown.hours?.exempt),
          shown.hours?.delivered ?? "Not given",
          shown.rateB ?? "No figure",
        ],
      }))}
    />
  );
}
