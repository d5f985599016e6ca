import { and, asc, eq } from "drizzle-orm";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import type { Db } from "#db/types.ts";
import { isAppointedOn, isAppointedOver } from "./appointed-on.ts";

// More than hold any role of an area; only bounds.
const mostHolders = 100;

/** The open accounts that were given a role which reaches one of these neighbourhoods on a day, by name. As staff or the platform. */
export const holdersOver = (db: Db, role: Role, neighbourhoodIds: readonly string[], day: Day) =>
  db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(appointments)
    .innerJoin(accounts, and(eq(accounts.id, appointments.accountId), eq(accounts.status, "active")))
    .where(and(eq(appointments.role, role), isAppointedOn(day), isAppointedOver(db, neighbourhoodIds)))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(mostHolders);
