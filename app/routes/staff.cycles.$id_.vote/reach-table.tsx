import { DataTable } from "#app/components/staff/data-table.tsx";
import type { Reach } from "#app/domain/ballot/reach.ts";

/** Ballots by group, as far as they may be shown. */
export function ReachTable({ caption, column, reach }: { caption: string; column: string; reach: Reach }) {
  return (
    <DataTable
      caption={caption}
      columns={[column, "Ballots"]}
      rows={reach.rows.map(({ id, label, words }) => ({ key: id, cells: [label, words] }))}
    />
  );
}
