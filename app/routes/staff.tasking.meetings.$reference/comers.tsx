import { DataTable } from "#app/components/staff/data-table.tsx";
import { attendanceStateWords } from "#app/domain/tasking/meeting.ts";
import type { MeetingPage } from "./read-page.server.ts";

/** Who comes to a meeting, or came. */
export function Comers({ comers }: Pick<MeetingPage, "comers">) {
  if (comers.length === 0) return <p>Nobody is asked to it.</p>;
  return (
    <DataTable
      caption="Who is asked to this meeting, by agency"
      isCaptionHidden
      columns={["Name", "Agency", "Comes", "Restricted items"]}
      rows={comers.map(({ id, name, agency, position, isGuest, state, isDeclared, mayTakePart }) => ({
        key: id,
        cells: [
          `${name ?? "Somebody whose account is closed"}${isGuest ? " (guest)" : ""}`,
          `${agency}: ${position}`,
          attendanceStateWords[state],
          mayTakePart
            ? isDeclared
              ? "Has made the declaration"
              : "Has not made the declaration"
            : "May not take part: their agency has no agreement that holds",
        ],
      }))}
    />
  );
}
