import { Link } from "@remix-run/react";
import { Details } from "#app/components/govuk/details.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { disputeStateWords } from "#app/domain/abstraction/dispute.ts";
import { timesInWords } from "#app/domain/abstraction/time-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { OwnMonth } from "#app/services/abstraction/read-own-month.server.ts";

type Entry = OwnMonth["entries"][number];

/** One entry as its officer reads it: as it stands, what it was before, and the way to say that it is not right. */
export function OwnEntry({ entry }: { entry: Entry }) {
  const [last] = entry.disputes;
  return (
    <li>
      <Link className="govuk-link" to={paths.abstractions.entry(entry.id)}>
        {entry.code} {entry.words}
      </Link>
      , {dayInWords(londonDay(entry.startsAt))}, {timesInWords(entry)}{" "}
      {entry.isWithdrawn ? <Tag>Withdrawn</Tag> : null}
      {entry.reason === null ? null : <p>{entry.reason}</p>}
      {entry.notDone === null ? null : <p>Not done because of it: {entry.notDone}</p>}
      {entry.earlier.length === 0 ? null : <Earlier entry={entry} />}
      {last === undefined ? null : (
        <p>
          Your dispute: <strong>{disputeStateWords[last.state].toLowerCase()}</strong>
        </p>
      )}
      {entry.isWithdrawn && last === undefined ? null : (
        <p>
          <Link className="govuk-link sn-own__dispute" to={paths.abstractions.dispute(entry.id)}>
            {last === undefined ? "This is not right" : "What you said of it"}
            <span className="govuk-visually-hidden">
              : {entry.code}, {dayInWords(londonDay(entry.startsAt))}
            </span>
          </Link>
        </p>
      )}
    </li>
  );
}

const Earlier = ({ entry: { earlier, version, changeReason } }: { entry: Entry }) => (
  <Details summary={`Version ${version}: what it was before`}>
    {changeReason === null ? null : <p>Changed because: {changeReason}</p>}
    <ul className="govuk-list">
      {earlier.map((one) => (
        <li key={one.version}>
          Version {one.version}, written {momentInWords(one.enteredAt)}: {one.code},{" "}
          {dayInWords(londonDay(one.startsAt))}, {timesInWords(one)}
        </li>
      ))}
    </ul>
  </Details>
);
