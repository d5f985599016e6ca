import { entriesIn } from "#app/domain/abstraction/duty-uses.ts";
import { timesInWords } from "#app/domain/abstraction/time-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { OwnMonth } from "#app/services/abstraction/read-own-month.server.ts";
import { OwnEntry } from "./own-entry.tsx";

/** The duties of the month, each with what was logged in it, then what was logged outside of any. */
export function OwnDuties({ duties, entries, today }: Pick<OwnMonth, "duties" | "entries"> & { today: Day }) {
  const within = new Set(duties.flatMap((duty) => entriesIn(duty, entries).map(({ id }) => id)));
  const outside = entries.filter(({ id }) => !within.has(id));
  return (
    <>
      <h2 className="govuk-heading-m">Your duties</h2>
      {duties.length === 0 ? <p>No duty of yours is kept for this month.</p> : null}
      <ul className="govuk-list sn-own">
        {duties.map((duty) => (
          <li key={duty.id}>
            <h3 className="govuk-heading-s">
              {dayInWords(londonDay(duty.startsAt))}, {timesInWords(duty)}
            </h3>
            <p className="sn-quiet">
              {duty.post},{" "}
              {accountedFor[duty.confirmedAs ?? (londonDay(duty.startsAt) > today ? "ahead" : "open")]}
            </p>
            <Entries entries={entriesIn(duty, entries)} />
          </li>
        ))}
      </ul>
      {outside.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Outside your duties</h2>
          <p>These count in no rate.</p>
          <Entries entries={outside} />
        </>
      )}
    </>
  );
}

const accountedFor = {
  ahead: "still to come",
  open: "not confirmed yet",
  logged: "confirmed with what is logged",
  nil: "confirmed as neighbourhood duty and nothing else",
} as const;

const Entries = ({ entries }: Pick<OwnMonth, "entries">) =>
  entries.length === 0 ? null : (
    <ul className="govuk-list sn-own__entries">
      {entries.map((entry) => (
        <OwnEntry key={entry.id} entry={entry} />
      ))}
    </ul>
  );
