import type { ReactNode } from "react";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import { taskingActionStateWords } from "#app/domain/tasking/action.ts";
import type { TaskingEntryKind } from "#app/domain/tasking/entry.ts";
import type { LiveAction, LiveEntry } from "#app/domain/tasking/live-entry.ts";

const kindWords: Readonly<Record<TaskingEntryKind, string>> = {
  note: "Note",
  decision: "Decision",
  action: "Action",
  carried: "From last time",
  attendance: "Who is here",
  moment: "Meeting",
};

interface EntryListProps {
  /** In the order of their numbers. */
  entries: readonly LiveEntry[];
  /** The titles of the items that they are about. */
  items: readonly { id: string; title: string }[];
  /** What a reader may do with one, such as a link to put it right. */
  more?: (entry: LiveEntry) => ReactNode;
}

/** What was written down in a meeting, the newest first, each under its number; what was put right says by what. */
export function EntryList({ entries, items, more }: EntryListProps) {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const replacedBy = new Map(entries.map(({ number, replaces }) => [replaces, number]));
  return (
    // Read out as it grows: each entry once, as it comes.
    <div role="log" aria-relevant="additions">
      {entries.length === 0 ? <p>Nothing is written down yet.</p> : null}
      {entries.length === 0 ? null : (
        <ol className="sn-entries" reversed>
          {[...entries].reverse().map((entry) => (
            <Entry
              key={entry.number}
              entry={entry}
              title={entry.itemId === null ? null : (titles.get(entry.itemId) ?? null)}
              replacedBy={replacedBy.get(entry.number) ?? null}
            >
              {more?.(entry)}
            </Entry>
          ))}
        </ol>
      )}
    </div>
  );
}

interface EntryProps {
  entry: LiveEntry;
  title: string | null;
  replacedBy: number | null;
  children: ReactNode;
}

function Entry({ entry, title, replacedBy, children }: EntryProps) {
  const { number, kind, words, reason, replaces, at, action } = entry;
  return (
    <li
      id={`entry-${number}`}
      className={replacedBy === null ? "sn-entry" : "sn-entry sn-entry--replaced"}
      value={number}
    >
      <p className="sn-entry__head">
        <strong>
          {number}. {kindWords[kind]}
          {action === null ? "" : ` ${action.name}`}
        </strong>{" "}
        {title === null ? "" : `on ${title}, `}
        <time dateTime={at}>{timeInWords(new Date(at))}</time>
        {replaces === null ? "" : `, puts ${replaces} right`}
        {replacedBy === null ? "" : `, put right by ${replacedBy}`}
      </p>
      <p className="sn-entry__words">{words}</p>
      {reason === null ? null : <p className="sn-entry__words">Because: {reason}</p>}
      {action === null ? null : <p className="sn-entry__action">{actionLine(action)}</p>}
      {replacedBy === null ? children : null}
    </li>
  );
}

const actionLine = ({ agency, position, dueOn, state }: LiveAction) =>
  `${agency}, ${position}, by ${dayInWords(dueOn)}. ${taskingActionStateWords[state]}.`;
