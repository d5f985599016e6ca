import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { confirmBy } from "#app/domain/abstraction/confirmation.ts";
import { timesInWords } from "#app/domain/abstraction/time-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { weekdayInWords } from "#app/domain/calendar/words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { DutyToConfirm } from "#app/services/abstraction/read-duties-to-confirm.server.ts";

interface DutyRowsProps {
  caption: string;
  duties: readonly DutyToConfirm[];
  today: string;
  /** Which without an entry are ticked as the page opens. */
  isNilTicked: boolean;
}

/** Duties to account for, each with what is logged in it and one box. */
export function DutyRows({ caption, duties, today, isNilTicked }: DutyRowsProps) {
  if (duties.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={["Officer", "Duty", "Logged in it", "Account for it"]}
      rows={duties.map((duty) => ({
        key: duty.id,
        cells: [
          <Officer key="officer" duty={duty} />,
          <span key="duty">
            {weekdayInWords(duty.startsAt, today)}, {timesInWords(duty)}
            {duty.isLate ? (
              <span className="sn-quiet"> (was due by {dayInWords(confirmBy(duty.endsAt))})</span>
            ) : null}
          </span>,
          <Logged key="logged" duty={duty} />,
          <Box key="box" duty={duty} isNilTicked={isNilTicked} />,
        ],
      }))}
    />
  );
}

const Officer = ({ duty: { holder, post } }: { duty: DutyToConfirm }) => (
  <>
    {holder ?? "Vacant"} <span className="sn-quiet">{post}</span>
  </>
);

function Logged({ duty }: { duty: DutyToConfirm }) {
  const { entries, postId, startsAt } = duty;
  return (
    <>
      {entries.length === 0 ? "Nothing " : null}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link className="govuk-link" to={paths.abstractions.entry(entry.id)}>
              {entry.code} {entry.words}
            </Link>
            , {timesInWords(entry)}
          </li>
        ))}
      </ul>
      <Link
        className="govuk-link sn-confirm__log"
        to={paths.abstractions.log(`post=${postId}&day=${londonDay(startsAt)}`)}
      >
        {entries.length === 0 ? "Log something" : "Log more"}
        <span className="govuk-visually-hidden"> for {officerAndDay(duty)}</span>
      </Link>
    </>
  );
}

const officerAndDay = ({ holder, post, startsAt }: DutyToConfirm) =>
  `${holder ?? post}, ${dayInWords(londonDay(startsAt))}`;

function Box({ duty, isNilTicked }: { duty: DutyToConfirm; isNilTicked: boolean }) {
  const { id, entries } = duty;
  const isLogged = entries.length > 0;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={`duty-${id}`}
          name={isLogged ? "logged" : "nil"}
          value={id}
          defaultChecked={isLogged || isNilTicked}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`duty-${id}`}>
          {isLogged ? "This is all" : "Only neighbourhood duty"}
          <span className="govuk-visually-hidden">: {officerAndDay(duty)}</span>
        </label>
      </div>
    </div>
  );
}
