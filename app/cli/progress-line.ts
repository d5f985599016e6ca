import type { Progress } from "#app/services/edition/import.server.ts";

const barWidth = 20;

/** "Reading postcodes  [####      ] 42 %  733,000 of 1,745,849 rows  210,000/s  5 s left", cut to the terminal. */
export function progressLine(progress: Progress, elapsedMs: number, columns: number): string {
  const { stage, done, total, unit } = progress;
  const perSecond = elapsedMs > 0 ? (done * 1_000) / elapsedMs : 0;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const filled = Math.round((share ?? 0) * barWidth);
  const parts = [
    stage,
    ...(share === null
      ? []
      : [`[${"#".repeat(filled)}${" ".repeat(barWidth - filled)}] ${Math.floor(share * 100)} %`]),
    total === null ? amountOf(done, unit) : `${amountOf(done, unit, false)} of ${amountOf(total, unit)}`,
    ...(perSecond > 0 ? [`${amountOf(perSecond, unit, unit === "bytes")}/s`] : []),
    ...(total !== null && perSecond > 0 && done < total
      ? [`${timeOf((total - done) / perSecond)} left`]
      : []),
  ];
  return parts.join("  ").slice(0, Math.max(10, columns - 1));
}

function amountOf(amount: number, unit: Progress["unit"], isUnitSaid = true): string {
  if (unit === "bytes") return `${(amount / 1_000_000).toFixed(1)}${isUnitSaid ? " MB" : ""}`;
  const figures = Math.round(amount).toLocaleString("en-GB");
  return isUnitSaid ? `${figures} ${unit}` : figures;
}

function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
