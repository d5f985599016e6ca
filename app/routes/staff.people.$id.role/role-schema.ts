import { z } from "zod";
import { optionalDay, requiredDay } from "#app/components/staff/day-schema.ts";
import { appointedRoles, areaKinds } from "#app/domain/account/account.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";

const missingArea = "Choose an area";

/** "force", or "section:" and an id. */
const area = z
  .string({ error: missingArea })
  .transform((value) => {
    const [kind = "", id] = value.split(":");
    return { kind, id: id ?? null };
  })
  .pipe(z.object({ kind: z.enum(areaKinds), id: z.uuid().nullable() }, missingArea));

/** The form that gives a role. */
export const roleSchema = z.object({
  role: z.enum(appointedRoles, "Choose a role"),
  area,
  startsOn: requiredDay("Enter the first day", "The first day must be a real date, like 27 3 2027"),
  endsOn: optionalDay("The last day must be a real date, like 27 3 2027"),
});

/** What stands in its fields; an interface would want an index for every other name. */
export type RoleFields = {
  role: string;
  area: string;
  startsOn: DayParts | undefined;
  endsOn: DayParts | undefined;
};
