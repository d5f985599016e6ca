import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { paths } from "#app/paths.ts";

export interface ShownCandidate {
  number: number;
  title: string;
  raisers: number;
  missing: number;
  score: string;
  isShortlisted: boolean | null;
  leftOffReason: string | null;
}

interface CandidateTableProps {
  cycleId: string;
  candidates: readonly ShownCandidate[];
}

/** The candidates of a cycle: how whole each card is, its marks, and what was decided. */
export function CandidateTable({ cycleId, candidates }: CandidateTableProps) {
  return (
    <DataTable
      caption="Candidates"
      isCaptionHidden
      columns={["Candidate", "People", "Card", "Marks", "Shortlist"]}
      rows={candidates.map(({ number, title, raisers, missing, score, isShortlisted, leftOffReason }) => ({
        key: String(number),
        cells: [
          <Link key="title" className="govuk-link" to={paths.staff.candidate(cycleId, number)}>
            {number}. {title}
          </Link>,
          raisers,
          missing === 0 ? "Whole" : `${missing} ${missing === 1 ? "part" : "parts"} missing`,
          score,
          isShortlisted === null ? (
            <Tag key="open">Not decided</Tag>
          ) : isShortlisted ? (
            <Tag key="on" tone="good">
              On it
            </Tag>
          ) : (
            `Left off: ${leftOffReason ?? ""}`
          ),
        ],
      }))}
    />
  );
}
