import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface WithoutMeetingProps {
  neighbourhoods: readonly { slug: string; name: string; lastEndedAt: Date | null }[];
}

/** Where residents cannot meet the team yet: the longest without first. */
export function WithoutMeeting({ neighbourhoods }: WithoutMeetingProps) {
  if (neighbourhoods.length === 0) return <p>Every neighbourhood of yours has one.</p>;
  return (
    <DataTable
      caption="Neighbourhoods with no meeting ahead, the longest without first"
      isCaptionHidden
      columns={["Neighbourhood", "Last meeting", "What to do"]}
      rows={neighbourhoods.map(({ slug, name, lastEndedAt }) => ({
        key: slug,
        cells: [
          name,
          lastEndedAt === null ? "None yet" : dayInWords(londonDay(lastEndedAt)),
          <Link key="link" className="govuk-link" to={paths.staff.newMeeting(slug)}>
            Announce one<span className="govuk-visually-hidden"> in {name}</span>
          </Link>,
        ],
      }))}
    />
  );
}
