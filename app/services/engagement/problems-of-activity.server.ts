import type { FieldError } from "#app/domain/account/change.ts";
import type { ActivityMethod, ActivityPurpose } from "#app/domain/engagement/engagement.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { listActivityOwners } from "#db/queries/engagement-activity.ts";
import type { Db } from "#db/types.ts";
import { problemsOfWords } from "./change-engagement.server.ts";

export interface WantedActivity {
  purpose: ActivityPurpose;
  method: ActivityMethod;
  audience: string;
  place: string | null;
  heldOn: Day | null;
  hours: string | null;
  formatAndLanguage: string;
  agencyId: string | null;
  ownerId: string | null;
  targetReach: number | null;
  costPence: number | null;
}

/** What is wrong with an activity as it is wanted, in a plan of this neighbourhood. */
export async function problemsOfActivity(
  tx: Db,
  now: Date,
  neighbourhoodId: string,
  { audience, place, hours, formatAndLanguage, agencyId, ownerId }: WantedActivity,
): Promise<FieldError[]> {
  const errors = problemsOfWords({ audience, place, hours, formatAndLanguage });
  if (audience.trim() === "") errors.push({ field: "audience", message: "Say who this activity is for" });
  const { staff, agencies } = await listActivityOwners(tx, neighbourhoodId, londonDay(now));
  const isThere = (id: string | null, among: readonly { id: string }[]) =>
    id === null || among.some((one) => one.id === id);
  if (!isThere(ownerId, staff) || !isThere(agencyId, agencies))
    errors.push({ field: "owner", message: "Choose who runs it from the list" });
  return errors;
}
