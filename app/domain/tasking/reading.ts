import { can, scopeOf, type Actor } from "#app/domain/actor.ts";

/** A reader of joint work, as far as queries depend on who they are. */
export interface TaskingReader {
  kind: Actor["kind"];
  accountId: string | null;
  /** Where a role lets them read all of it. */
  isForce: boolean;
  neighbourhoodIds: readonly string[];
  /** The agencies they speak for. */
  agencyIds: readonly string[];
}

export function taskingReaderOf(actor: Actor): TaskingReader {
  const area = scopeOf(actor, "tasking:read");
  return {
    kind: actor.kind,
    accountId: actor.accountId,
    isForce: area?.isForce ?? false,
    neighbourhoodIds: area?.neighbourhoodIds ?? [],
    agencyIds: scopeOf(actor, "tasking:read-own-meetings")?.agencyIds ?? [],
  };
}

/** A group as far as it decides who leads and who writes. */
export interface LedGroup {
  isForce: boolean;
  neighbourhoodIds: readonly string[];
  chairId: string | null;
  deputyId: string | null;
}

const leads = (actor: Actor, { chairId, deputyId }: LedGroup) =>
  actor.accountId !== null && (actor.accountId === chairId || actor.accountId === deputyId);

const canThere = (
  actor: Actor,
  permission: "tasking:write" | "tasking:approve" | "tasking:analyse",
  group: LedGroup,
) =>
  group.isForce
    ? scopeOf(actor, permission)?.isForce === true
    : group.neighbourhoodIds.some((neighbourhoodId) => can(actor, permission, { neighbourhoodId }));

/** Whether an actor may record in a group's meetings and give its actions. Whether they may still read it, the queries say. */
export const mayRecord = (actor: Actor, group: LedGroup): boolean =>
  actor.kind === "system" || leads(actor, group) || canThere(actor, "tasking:write", group);

/** Whether an actor may call, finish and cancel a group's meetings, and say who sits in it. */
export const mayChair = (actor: Actor, group: LedGroup): boolean =>
  actor.kind === "system" || leads(actor, group) || canThere(actor, "tasking:approve", group);

/** Whether an actor may put analysis on a group's agendas. */
export const mayAnalyse = (actor: Actor, group: LedGroup): boolean =>
  mayRecord(actor, group) || canThere(actor, "tasking:analyse", group);
