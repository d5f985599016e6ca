import { Link } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { accountName } from "#app/domain/account/account-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { ImpactWords } from "#app/domain/impact/assessment.ts";
import {
  impactTriggerWords,
  tensionGradeWords,
  type ImpactTrigger,
  type TensionGrade,
} from "#app/domain/impact/impact.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface SaidProps {
  assessment: ImpactWords & {
    trigger: ImpactTrigger;
    tension: TensionGrade;
    isProportionate: boolean;
    openedAt: Date;
    reviewDueAt: Date | null;
    closedAt: Date | null;
    closingWords: string | null;
  };
  places: readonly string[];
  priority: { reference: string; title: string } | null;
  meeting: { reference: string } | null;
  openedBy: string | null;
}

/** What an assessment says. */
export function Said({ assessment, places, priority, meeting, openedBy }: SaidProps) {
  const { closedAt, reviewDueAt, closingWords } = assessment;
  return (
    <SummaryList
      rows={[
        { term: "About", value: impactTriggerWords[assessment.trigger] },
        { term: "Where", value: places.join(", ") },
        { term: "Tension", value: tensionGradeWords[assessment.tension] },
        ...(reviewDueAt === null ? [] : [{ term: "Review due", value: momentInWords(reviewDueAt) }]),
        { term: "What happened or is planned", value: assessment.what },
        { term: "Communities", value: assessment.communities },
        { term: "How people feel now", value: assessment.moodNow },
        { term: "How they are expected to feel", value: assessment.moodExpected },
        { term: "What people have lived through", value: assessment.experienced },
        { term: "What can be shown", value: assessment.evidenced },
        { term: "What may come of it", value: assessment.potential },
        {
          term: "Is the police response in proportion?",
          value: `${assessment.isProportionate ? "Yes" : "No"}. ${assessment.proportionality}`,
        },
        { term: "What is told to whom", value: assessment.communications },
        ...(priority === null
          ? []
          : [
              {
                term: "Priority",
                value: (
                  <Link className="govuk-link" to={paths.staff.priority(priority.reference)}>
                    {priority.reference}: {priority.title}
                  </Link>
                ),
              },
            ]),
        ...(meeting === null
          ? []
          : [
              {
                term: "Joint tasking meeting",
                value: (
                  <Link className="govuk-link" to={paths.tasking.meeting(meeting.reference)}>
                    {meeting.reference}
                  </Link>
                ),
              },
            ]),
        {
          term: "Opened",
          value: `${dayInWords(londonDay(assessment.openedAt))} by ${accountName(openedBy)}`,
        },
        ...(closedAt === null || closingWords === null
          ? []
          : [
              { term: "Closed", value: dayInWords(londonDay(closedAt)) },
              { term: "How it ended", value: closingWords },
            ]),
      ]}
    />
  );
}
