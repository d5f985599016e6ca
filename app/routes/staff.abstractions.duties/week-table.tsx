import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dutyClock } from "#app/domain/roster/duty-words.ts";
import { shortDay } from "#app/domain/roster/week.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface WeekDuty {
  id: string;
  postId: string;
  startsAt: Date;
  endsAt: Date;
  confirmedAt: Date | null;
}

interface WeekTableProps {
  days: readonly Day[];
  posts: readonly { id: string; reference: string }[];
  duties: readonly WeekDuty[];
  caption: string;
}

/** Posts down, days across. */
export function WeekTable({ days, posts, duties, caption }: WeekTableProps) {
  const of = (id: string, day: Day) =>
    duties.filter(({ postId, startsAt }) => postId === id && londonDay(startsAt) === day);
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={["Post", ...days.map(shortDay)]}
      rows={posts.map(({ id, reference }) => ({
        key: id,
        cells: [
          <strong key="post">{reference}</strong>,
          ...days.map((day) => <Cell key={day} duties={of(id, day)} post={reference} />),
        ],
      }))}
    />
  );
}

function Cell({ duties, post }: { duties: readonly WeekDuty[]; post: string }) {
  if (duties.length === 0) return <span className="sn-duty__off">Off</span>;
  return (
    <ul className="sn-duty__list">
      {duties.map((duty) => (
        <li key={duty.id}>
          <Link className="govuk-link sn-duty__link" to={paths.abstractions.duty(duty.id)}>
            {dutyClock(duty)}
            <span className="govuk-visually-hidden">, {post}: change</span>
          </Link>
          {duty.confirmedAt === null ? null : <span className="sn-duty__note">confirmed</span>}
        </li>
      ))}
    </ul>
  );
}
