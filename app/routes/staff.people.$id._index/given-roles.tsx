import { DataTable } from "#app/components/staff/data-table.tsx";
import { stateOn } from "#app/domain/account/appointment.ts";
import { areaInWords, type NamedArea } from "#app/domain/account/area-words.ts";
import { daysInWords } from "#app/domain/account/day-words.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import type { Role } from "#app/domain/access.ts";
import { ActionButton } from "./action-button.tsx";

interface GivenRole {
  id: string;
  role: Role | null;
  area: NamedArea | null;
  postReference: string | null;
  startsOn: string;
  endsOn: string | null;
  endedAt: Date | null;
}

const stateWords = { running: "Now", coming: "To come", over: "Over" };

/** What an administrator gave this person: roles for an area, and vacant posts. */
export function GivenRoles({
  personId,
  given,
  today,
  canManage,
}: {
  personId: string;
  given: readonly GivenRole[];
  today: string;
  canManage: boolean;
}) {
  if (given.length === 0) return <p>No role has been given by hand.</p>;
  return (
    <DataTable
      caption="Given by an administrator"
      isCaptionHidden
      columns={["Role", "Area", "When", "State", ...(canManage ? ["Change"] : [])]}
      rows={given.map((one) => {
        const state = stateOn(one, today);
        const words = one.role === null ? `Post ${one.postReference ?? "not known"}` : roleWords[one.role];
        return {
          key: one.id,
          cells: [
            words,
            one.area === null
              ? one.role === null
                ? "As the post"
                : "No longer there"
              : areaInWords(one.area),
            daysInWords(one.startsOn, one.endsOn),
            stateWords[state],
            ...(canManage
              ? [
                  state === "over" ? (
                    ""
                  ) : (
                    <ActionButton
                      personId={personId}
                      intent="end-role"
                      about={{ name: "appointment", id: one.id }}
                      words="End"
                      hidden={words}
                    />
                  ),
                ]
              : []),
          ],
        };
      })}
    />
  );
}
