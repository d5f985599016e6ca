import { DataTable } from "#app/components/staff/data-table.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { stateOn } from "#app/domain/account/appointment.ts";
import { dayInWords, daysInWords } from "#app/domain/account/day-words.ts";
import { ActionButton } from "./action-button.tsx";

interface Absence {
  id: string;
  startsOn: string;
  endsOn: string | null;
  endedAt: Date | null;
  deputyId: string | null;
  deputyName: string | null;
}

/** When this person is away and who stands in: what is over is left to the record. */
export function Absences({
  personId,
  absences,
  today,
  canManage,
}: {
  personId: string;
  absences: readonly Absence[];
  today: string;
  canManage: boolean;
}) {
  const open = absences.filter((absence) => stateOn(absence, today) !== "over");
  if (open.length === 0) return <p>No absence is recorded.</p>;
  return (
    <DataTable
      caption="Absences"
      isCaptionHidden
      columns={["When", "Stands in", ...(canManage ? ["Change"] : [])]}
      rows={open.map(({ id, startsOn, endsOn, deputyId, deputyName }) => ({
        key: id,
        cells: [
          daysInWords(startsOn, endsOn),
          deputyId === null ? "Nobody" : accountName(deputyName),
          ...(canManage
            ? [
                <ActionButton
                  key={id}
                  personId={personId}
                  intent="end-absence"
                  about={{ name: "absence", id }}
                  words="End"
                  hidden={`the absence from ${dayInWords(startsOn)}`}
                />,
              ]
            : []),
        ],
      }))}
    />
  );
}
