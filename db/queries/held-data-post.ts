import { eq } from "drizzle-orm";
import { absences, accounts, appointments } from "#db/schema/account.ts";
import { calendarFeeds } from "#db/schema/calendar.ts";
import { staffNotices, staffPreferences } from "#db/schema/following.ts";
import { people, postHoldings } from "#db/schema/team.ts";
import { type HeldPart, mostRows, ownRows } from "./held-data.ts";

export const heldAppointments = ownRows(appointments, {
  role: appointments.role,
  areaKind: appointments.areaKind,
  areaId: appointments.areaId,
  postId: appointments.postId,
  startsOn: appointments.startsOn,
  endsOn: appointments.endsOn,
  endedAt: appointments.endedAt,
});

export const heldAbsences = ownRows(absences, {
  deputyId: absences.deputyId,
  startsOn: absences.startsOn,
  endsOn: absences.endsOn,
  endedAt: absences.endedAt,
});

/** Posts belong to the force's own teams file, which says who holds them. */
export const heldPosts: HeldPart = {
  tables: ["people", "post_holdings"],
  read: (db, { accountId }) =>
    db
      .select({
        reference: people.reference,
        surname: people.surname,
        postId: postHoldings.postId,
        kind: postHoldings.kind,
        heldFrom: postHoldings.heldFrom,
        heldTo: postHoldings.heldTo,
        publicNameOk: postHoldings.publicNameOk,
        photoOk: postHoldings.photoOk,
      })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .leftJoin(postHoldings, eq(postHoldings.personId, people.id))
      .where(eq(accounts.id, accountId))
      .limit(mostRows),
  erase: () => Promise.resolve(),
};

export const heldStaffPreferences = ownRows(staffPreferences, { pace: staffPreferences.pace });

export const heldStaffNotices = ownRows(staffNotices, {
  at: staffNotices.at,
  kind: staffNotices.kind,
  line: staffNotices.line,
});

export const heldCalendar = ownRows(calendarFeeds, { madeAt: calendarFeeds.madeAt });
