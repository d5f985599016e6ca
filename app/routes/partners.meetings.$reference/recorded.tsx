import { EntryList } from "#app/components/tasking/entry-list.tsx";
import { LiveStateLine } from "#app/components/tasking/live-state.tsx";
import { useLiveEntries } from "#app/components/tasking/use-live-entries.ts";
import { paths } from "#app/paths.ts";
import type { OwnMeetingPage } from "./own-meeting.server.ts";

/** What is recorded, growing while the meeting sits. */
export function Recorded({ meeting }: { meeting: Pick<OwnMeetingPage, "reference" | "state" | "stamp" | "entries" | "items"> }) {
  const { reference, state, stamp, items } = meeting;
  const isOpen = state === "open";
  const { entries, state: live } = useLiveEntries({
    address: paths.partners.live,
    reference,
    entries: meeting.entries,
    stamp,
    isOpen,
  });
  return (
    <>
      <h2 className="govuk-heading-m">What is recorded</h2>
      {isOpen ? <LiveStateLine state={live} to={paths.partners.meeting(reference)} /> : null}
      <EntryList entries={entries} items={items} />
    </>
  );
}
