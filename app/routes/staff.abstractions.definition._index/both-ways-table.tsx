import { DataTable } from "#app/components/staff/data-table.tsx";
import type { BothWaysMonth } from "#app/domain/abstraction/both-ways.ts";
import { monthInWords } from "#app/domain/measure/month.ts";

/** The year before a version by itself and by the version before it; nothing where there are no figures. */
export function BothWaysTable({ version, months }: { version: number; months: readonly BothWaysMonth[] }) {
  if (months.length === 0) return null;
  return (
    <DataTable
      caption={`The year before version ${version}, both ways`}
      columns={["Month", `Version ${version - 1}`, `Version ${version}`]}
      rows={months.map(({ month, before, after }) => ({
        key: month,
        cells: [monthInWords(month), before ?? "No figure", after ?? "No figure"],
      }))}
    />
  );
}
