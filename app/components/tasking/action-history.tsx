import { dayInWords } from "#app/domain/account/day-words.ts";
import { taskingActionStateWords, type TaskingActionState } from "#app/domain/tasking/action.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";

interface ActionHistoryProps {
  events: readonly {
    number: number;
    at: Date;
    from: TaskingActionState | null;
    to: TaskingActionState;
    words: string | null;
    dueOn: Day;
    agency: string;
    by: string | null;
    isByKey: boolean;
  }[];
}

/** Each step of an action, the first first. */
export const ActionHistory = ({ events }: ActionHistoryProps) => (
  <section aria-labelledby="history">
    <h2 className="govuk-heading-m" id="history">
      What has happened
    </h2>
    <ol className="govuk-list govuk-list--spaced">
      {events.map((event, index) => (
        <li key={event.number}>
          <strong>{stepInWords(event, events[index - 1]?.agency ?? null)}</strong>
          <br />
          <span className="sn-quiet">
            {dayInWords(londonDay(event.at))}
            {event.isByKey ? ", by the agency’s own system" : event.by === null ? "" : `, ${event.by}`}
          </span>
          {event.words === null ? null : (
            <>
              <br />
              {event.words}
            </>
          )}
        </li>
      ))}
    </ol>
  </section>
);

function stepInWords(
  { from, to, dueOn, agency }: ActionHistoryProps["events"][number],
  agencyBefore: string | null,
): string {
  const due = dayInWords(dueOn);
  if (from === null || (agencyBefore !== null && agency !== agencyBefore))
    return `Given to ${agency}, due on ${due}`;
  if (from === to) return `Moved to ${due}`;
  return to === "assigned" ? `Asked of ${agency} again, due on ${due}` : taskingActionStateWords[to];
}
