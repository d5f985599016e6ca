import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfGuest } from "#app/domain/tasking/door.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findAgencyById } from "#db/queries/agency.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertAttendances } from "#db/queries/tasking-attendance.ts";
import { hasGuest, liveAgreementsOf } from "#db/queries/tasking-door.ts";
import { findEntryNumber } from "#db/queries/tasking-entry.ts";
import { isUuid } from "#db/queries/uuid.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { noteAttendance } from "./write-door.server.ts";

/** A guest as the door writes them down. */
export interface WantedGuest {
  /** The screen's, so that what is sent twice is let in once. */
  key: string;
  name: string;
  agencyId: string;
  position: string;
  isDeclared: boolean;
}

/**
 * Lets a guest in who has no account here; their agency's agreement is checked as everybody's. Once the meeting sits it
 * is written down as an entry, so that every screen hears of it.
 */
export const addGuest = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  wanted: WantedGuest,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }) => {
    const { now } = deps;
    if (!mayRecordIn(actor, { meeting, group }))
      return refused("form", "Only whoever records in this meeting keeps its door");
    if (meeting.state !== "called" && meeting.state !== "open")
      return refused("form", "The minutes of this meeting are finished, or it was cancelled");
    const agency = isUuid(wanted.agencyId) ? await findAgencyById(tx, wanted.agencyId) : null;
    const agreements = await asPlatform(tx, () =>
      liveAgreementsOf(tx, agency === null ? [] : [agency.id], group.partnershipId, londonDay(now)),
    );
    const person =
      agency === null
        ? null
        : { agency: agency.name, agencyKind: agency.kind, hasAgreement: agreements.has(agency.id) };
    const errors = problemsOfGuest(wanted, person, wanted.isDeclared);
    if (agency === null || errors.length > 0) return { ok: false, errors };
    const name = wanted.name.trim();
    if (await hasGuest(tx, meeting.id, { name, agencyId: agency.id }))
      return (await findEntryNumber(tx, meeting.id, wanted.key)) === null
        ? refused("name", "This guest is on the list already")
        : done;
    await insertAttendances(tx, [
      {
        meetingId: meeting.id,
        name,
        agencyId: agency.id,
        position: wanted.position.trim(),
        state: meeting.state === "open" ? "present" : "coming",
        declaredAt: now,
        agreementId: agreements.get(agency.id)?.id ?? null,
        invitedAt: now,
      },
    ]);
    await noteAttendance(tx, meeting, { actor, now, key: wanted.key });
    await recordAudit(tx, actor, now, {
      action: "tasking.attend",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      agencyId: agency.id,
      details: { isGuest: true },
    });
    return done;
  });
