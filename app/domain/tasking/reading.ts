import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import type { TaskingLevel } from "./level.ts";

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
  level: TaskingLevel;
  isForce: boolean;
  neighbourhoodIds: readonly string[];
  chairId: string | null;
  deputyId: string | null;
}

const leads = (actor: Actor, { chairId, deputyId }: LedGroup) =>
  actor.accountId !== null && (actor.accountId === chairId || actor.accountId === deputyId);

/**
 * Whether an area that has some of a group's neighbourhoods, but not all, reaches its work: a local group's for the
 * police. A partner never reaches the work of another partnership by a neighbourhood that both have.
 */
export const isReachedByPart = (kind: Actor["kind"], level: TaskingLevel): boolean =>
  kind === "staff" && level === "local";

function canThere(
  actor: Actor,
  permission: "tasking:write" | "tasking:approve" | "tasking:analyse",
  { isForce, level, neighbourhoodIds }: LedGroup,
): boolean {
  if (isForce) return scopeOf(actor, permission)?.isForce === true;
  const isTheirs = (neighbourhoodId: string) => can(actor, permission, { neighbourhoodId });
  if (isReachedByPart(actor.kind, level)) return neighbourhoodIds.some(isTheirs);
  return neighbourhoodIds.length > 0 && neighbourhoodIds.every(isTheirs);
}

/** Whether an actor may record in a group's meetings and give its actions. Whether they may still read it, the queries say. */
export const mayRecord = (actor: Actor, group: LedGroup): boolean =>
  actor.kind === "system" || leads(actor, group) || canThere(actor, "tasking:write", group);

/** Whether an actor may call, finish and cancel a group's meetings, and say who sits in it. */
export const mayChair = (actor: Actor, group: LedGroup): boolean =>
  actor.kind === "system" || leads(actor, group) || canThere(actor, "tasking:approve", group);

/** Whether an actor may put analysis on a group's agendas. */
export const mayAnalyse = (actor: Actor, group: LedGroup): boolean =>
  mayRecord(actor, group) || canThere(actor, "tasking:analyse", group);
