import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";

interface ExceptionTableProps {
  caption: string;
  rows: readonly { id: string; reference: string; title: string; place: string; words: string; to: string }[];
}

/** What is to be looked at, with the way there. */
export function ExceptionTable({ caption, rows }: ExceptionTableProps) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={["Priority", "Neighbourhood", "What is wrong"]}
      rows={rows.map(({ id, reference, title, place, words, to }) => ({
        key: id,
        cells: [
          <Link key="priority" className="govuk-link" to={to}>
            {title}, <span className="sn-nowrap">{reference}</span>
          </Link>,
          place,
          words,
        ],
      }))}
    />
  );
}
