import { redirect } from "@remix-run/node";
import { can, type Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { forbidden, requireSignedIn, type Visit } from "#app/guards.server.ts";
import { paths } from "#app/paths.ts";
import { anyShutOf, shutPage } from "#app/shut.server.ts";
import { hasOwnJointWork } from "#db/queries/tasking-own-work.ts";

type Asked = Parameters<typeof requireSignedIn>[0];

/**
 * The guard of the pages of joint tasking of police and chairs: of whoever reads it by their role, leads a group, or has
 * an action. Which group, meeting or action it is, the queries say.
 */
export async function requireTasking(asked: Asked): Promise<Visit> {
  const visit = await requirePerson(asked);
  const { actor, read } = visit;
  if (can(actor, "tasking:read")) return visit;
  const today = londonDay(asked.context.now);
  if (await read((tx) => hasOwnJointWork(tx, taskingReaderOf(actor), today))) return visit;
  const speaksForAgency = actor.kind === "member" && can(actor, "tasking:read-own-meetings");
  const shut = speaksForAgency ? await read((tx) => anyShutOf(tx, actor, today)) : null;
  throw shut === null ? forbidden() : shutPage(shut);
}

/** Whether the pages of one's own joint meetings may hold something for somebody: a seat is given to anybody who works here. */
const mayHaveSeat = (actor: Actor): boolean =>
  actor.kind === "staff" || can(actor, "tasking:read-own-meetings");

/** The guard of the pages of one's own joint meetings, whatever one's role; which ones those are, the queries say. */
export async function requireSeat(asked: Asked): Promise<Visit> {
  const visit = await requirePerson(asked);
  if (!mayHaveSeat(visit.actor)) throw forbidden();
  return visit;
}

/**
 * The guard of the staff's page of an action: a seat opens what its meeting spoke of to an officer, whatever their role. A
 * partner who does not chair has a page of their own for it, which names no officer.
 */
export async function requireOfficer(asked: Asked): Promise<Visit> {
  const visit = await requirePerson(asked);
  return visit.actor.kind === "staff" ? visit : requireTasking(asked);
}

async function requirePerson(asked: Asked): Promise<Visit> {
  const visit = await requireSignedIn(asked);
  if (visit.signedIn.isWaiting) throw redirect(paths.staff.waiting());
  return visit;
}
