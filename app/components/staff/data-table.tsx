import type { ReactNode } from "react";

interface DataTableProps {
  /** Read out before the table; shown unless `isCaptionHidden`. */
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/**
 * A quiet, dense table. On a narrow screen each row stands as a block with its columns' names, so the roles are
 * written out: a browser forgets what a cell is once it is laid out as a block.
 */
export function DataTable({ caption, isCaptionHidden = false, columns, rows }: DataTableProps) {
  return (
    <table className="sn-table" role="table">
      <caption className={isCaptionHidden ? "govuk-visually-hidden" : "sn-table__caption"}>{caption}</caption>
      <thead className="sn-table__head">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {cells.map((cell, index) => (
              // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a cell of a plain table is not interactive
              <td key={columns[index]} role="cell" data-column={columns[index]}>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
