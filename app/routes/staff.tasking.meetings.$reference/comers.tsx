import { DataTable } from "#app/components/staff/data-table.tsx";
import { attendanceStateWords } from "#app/domain/tasking/meeting.ts";
import type { MeetingPage } from "./read-page.server.ts";

interface ComersProps extends Pick<MeetingPage, "comers"> {
  id: string;
  isLive: boolean;
}

/** Who comes to a meeting, or came. */
export const Comers = ({ id, comers, isLive }: ComersProps) => (
  <section aria-labelledby={id}>
    <h2 className="govuk-heading-m" id={id}>
      {isLive ? "Who comes" : "Who came"}
    </h2>
    {comers.length === 0 ? <p>Nobody is asked to it.</p> : <ComersTable comers={comers} isLive={isLive} />}
  </section>
);

function ComersTable({ comers, isLive }: Omit<ComersProps, "id">) {
  return (
    <DataTable
      caption="Who is asked to this meeting, by agency"
      isCaptionHidden
      columns={["Name", "Agency", isLive ? "Coming" : "Came", "Restricted items"]}
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
