import type { FieldError } from "#app/domain/account/change.ts";
import {
  problemsOfWantedOwner,
  problemsOfWantedTask,
  type WantedOwner,
  type WantedTaskingAction,
} from "#app/domain/tasking/wanted-action.ts";
import type { Day } from "#app/domain/team/day.ts";
import { findAgencyById, type Agency } from "#db/queries/agency.ts";
import { findLiveAgreement } from "#db/queries/agreement-live.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import { worksForAgency } from "#db/queries/tasking-owner.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

/** What is wrong with an action as a group wants it; nothing where it may be given. Ask before `giveAction`. */
export async function checkWantedAction(
  tx: Db,
  group: TaskingGroup,
  wanted: WantedTaskingAction,
  today: Day,
): Promise<FieldError[]> {
  const errors = problemsOfWantedTask(wanted, today);
  if (errors.length > 0) return errors;
  const owner = await problemsOfOwner(tx, group, wanted, today);
  if (owner.length > 0 || wanted.priorityId === null) return owner;
  const priority = await findPriorityById(tx, wanted.priorityId);
  const isOfGroup =
    priority !== null && (group.isForce || group.neighbourhoodIds.includes(priority.neighbourhoodId));
  return isOfGroup
    ? []
    : [{ field: "priorityId", message: "Choose a priority of this group’s neighbourhoods" }];
}

/** The same of whose it is to be, and by when. */
export async function checkWantedOwner(
  tx: Db,
  group: TaskingGroup,
  wanted: WantedOwner,
  today: Day,
): Promise<FieldError[]> {
  const errors = problemsOfWantedOwner(wanted, today);
  return errors.length > 0 ? errors : problemsOfOwner(tx, group, wanted, today);
}

async function problemsOfOwner(
  tx: Db,
  group: TaskingGroup,
  { agencyId, ownerId }: WantedOwner,
  today: Day,
): Promise<FieldError[]> {
  const agency = await findAgencyById(tx, agencyId);
  if (agency === null) return [{ field: "agencyId", message: "Choose the agency that does it" }];
  if (!(await sharesIn(tx, group, agency, today)))
    return [
      {
        field: "agencyId",
        message: `${notSharing(agency)}. Choose another agency, or sign the agreement first`,
      },
    ];
  if (ownerId === null) return [];
  const isTheirs = await asPlatform(tx, () => worksForAgency(tx, ownerId, agency, today));
  return isTheirs
    ? []
    : [{ field: "ownerId", message: `Choose somebody of ${agency.name}, or leave it open` }];
}

export const notSharing = ({ name }: Pick<Agency, "name">): string =>
  `${name} has no information-sharing agreement in force`;

// A chair who is a partner reads the agreements of their own agency alone.
export const sharesIn = async (
  tx: Db,
  { partnershipId }: Pick<TaskingGroup, "partnershipId">,
  { id, kind }: Pick<Agency, "id" | "kind">,
  today: Day,
): Promise<boolean> =>
  kind === "police" ||
  (await asPlatform(tx, () => findLiveAgreement(tx, { agencyId: id, partnershipId }, today))) !== null;
