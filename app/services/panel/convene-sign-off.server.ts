import type { Actor } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { conveneOnPriority, type PriorityMeeting } from "./convene-on-priority.server.ts";
import type { MeetingOpened } from "./open-meeting.server.ts";

/** Calls a neighbourhood's panel to say whether a priority is done; null where the actor has no such priority. */
export const conveneSignOff = (
  deps: { db: Db; now: Date },
  actor: Actor,
  meeting: PriorityMeeting,
): Promise<MeetingOpened | null> =>
  conveneOnPriority(deps, actor, meeting, {
    kind: "sign-off",
    waits: ({ state }) => state === "panel-decision",
    otherwise: "This priority does not wait for the panel: residents are asked first",
  });
