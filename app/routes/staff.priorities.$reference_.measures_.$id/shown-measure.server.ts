import { typedMeasure } from "#app/components/plan/measure-schema.ts";
import type { Actor } from "#app/domain/actor.ts";
import { timeInWords } from "#app/domain/measure/chart.ts";
import { chartOf, sinceOf } from "#app/domain/measure/chart-of.ts";
import { controlLimits, oneSignalInWords, signalsSince } from "#app/domain/measure/control-chart.ts";
import { stepOf } from "#app/domain/measure/series.ts";
import { marksOfPlan, measuresFor } from "#app/measure-page.server.ts";
import { fieldsOf } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";

/** One measure of a plan as its page shows it; null where the plan has no such measure for its reader. */
export async function shownMeasure(tx: Db, planId: string, measureId: string, reader: Actor) {
  const measure = (await measuresFor(tx, planId, reader)).find(({ id }) => id === measureId);
  if (measure === undefined) return null;
  const marks = await marksOfPlan(tx, planId, reader);
  const { points, kind, version, isPublic } = measure;
  const since = sinceOf(measure, marks);
  const limits = kind === "survey" ? null : controlLimits(points, since);
  const written = await fieldsOf(tx, planId);
  return {
    id: measureId,
    kind,
    version,
    isPublic,
    typed: typedMeasure(measure),
    chart: chartOf(measure, marks, { hasLimits: true }),
    signals:
      limits === null
        ? null
        : signalsSince(points, limits, since).map(
            (signal) => `${timeInWords(stepOf(measure), signal.on)}: ${oneSignalInWords(signal)}.`,
          ),
    comparison: written.find(({ name }) => name === "comparison")?.value ?? null,
  };
}
