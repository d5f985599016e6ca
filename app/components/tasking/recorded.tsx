import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import type { TaskingMeetingState } from "#app/domain/tasking/meeting.ts";
import { EntryList } from "./entry-list.tsx";
import { LiveStateLine } from "./live-state.tsx";
import { useLiveEntries } from "./use-live-entries.ts";

interface RecordedProps {
  meeting: {
    reference: string;
    state: TaskingMeetingState;
    stamp: string | null;
    entries: readonly LiveEntry[];
    items: readonly { id: string; title: string }[];
  };
  /** The pages that the reader has of it. */
  ways: {
    live: (reference: string, after?: number) => string;
    meeting: (reference: string) => string;
  };
}

/** What is recorded, growing while the meeting sits. */
export function Recorded({ meeting, ways }: RecordedProps) {
  const { reference, state, stamp, items } = meeting;
  const isOpen = state === "open";
  const { entries, state: live } = useLiveEntries({
    address: ways.live,
    reference,
    entries: meeting.entries,
    stamp,
    isOpen,
  });
  return (
    <>
      <h2 className="govuk-heading-m">What is recorded</h2>
      {isOpen ? <LiveStateLine state={live} to={ways.meeting(reference)} /> : null}
      <EntryList entries={entries} items={items} />
    </>
  );
}
