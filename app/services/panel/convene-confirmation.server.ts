import type { Actor } from "#app/domain/actor.ts";
import { waitsForPanel } from "#app/services/priority/urgent-priority.ts";
import type { Db } from "#db/types.ts";
import { conveneOnPriority, type PriorityMeeting } from "./convene-on-priority.server.ts";
import type { MeetingOpened } from "./open-meeting.server.ts";

/** Calls a neighbourhood's panel to say whether an urgent priority stands; null where the actor has no such priority. */
export const conveneConfirmation = (
  deps: { db: Db; now: Date },
  actor: Actor,
  meeting: PriorityMeeting,
): Promise<MeetingOpened | null> =>
  conveneOnPriority(deps, actor, meeting, {
    kind: "confirm-urgent",
    waits: waitsForPanel,
    otherwise: "This priority does not wait for the panel to confirm it",
  });
