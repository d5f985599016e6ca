import { Link } from "@remix-run/react";
import { ReviewTag } from "#app/components/impact/review-tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  impactTriggerWords,
  tensionGradeWords,
  type ImpactTrigger,
  type TensionGrade,
} from "#app/domain/impact/impact.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface ImpactTableProps {
  items: readonly {
    reference: string;
    trigger: ImpactTrigger;
    tension: TensionGrade;
    places: readonly string[];
    openedAt: Date;
    reviewDueAt: Date | null;
    closedAt: Date | null;
  }[];
  isOpen: boolean;
  now: Date;
}

export const ImpactTable = ({ items, isOpen, now }: ImpactTableProps) => (
  <DataTable
    caption={isOpen ? "Open assessments, the review that is due first before others" : "Closed assessments"}
    columns={["Assessment", "About", "Where", "Tension", "Opened", isOpen ? "Review" : "Closed"]}
    rows={items.map(({ reference, trigger, tension, places, openedAt, reviewDueAt, closedAt }) => ({
      key: reference,
      cells: [
        <Link key="reference" className="govuk-link" to={paths.tasking.impact(reference)}>
          {reference}
        </Link>,
        impactTriggerWords[trigger],
        places.join(", "),
        tensionGradeWords[tension],
        dayInWords(londonDay(openedAt)),
        closedAt === null ? (
          <ReviewTag key="review" dueAt={reviewDueAt} now={now} />
        ) : (
          dayInWords(londonDay(closedAt))
        ),
      ],
    }))}
  />
);
