import { platform } from "#app/domain/actor.ts";
import {
  concernCarriedLine,
  staffCarriedLine,
  threadCarriedLine,
} from "#app/domain/neighbourhood/succession-words.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { carryConcerns, carryConnections, carryThreads } from "#db/queries/carry-over.ts";
import type { NamedPlace } from "#db/queries/gone-neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { carryMembers } from "./carry-members.server.ts";
import { closeCyclesOf } from "./close-cycles.server.ts";
import { carryPriorities } from "./carry-priorities.server.ts";

/** A neighbourhood that is gone, and who follows it: the main heir takes what cannot be in two places. */
export interface Passage {
  from: NamedPlace;
  main: NamedPlace;
  heirs: readonly NamedPlace[];
}

/** Takes a page of all that is open from one neighbourhood to its heir; whether there is more. */
export async function carryFrom(tx: Db, now: Date, passage: Passage, onePage: number): Promise<boolean> {
  const { from, main } = passage;
  const carriage = (line: string) => ({ fromId: from.id, toId: main.id, at: now, line });
  const { closed, leftOver, runningIds } = await closeCyclesOf(tx, now, passage);
  const priorities = await carryPriorities(tx, now, passage);
  const concerns = await carryConcerns(
    tx,
    carriage(concernCarriedLine(from.name, main.name)),
    runningIds,
    onePage,
  );
  const threads = await carryThreads(tx, carriage(threadCarriedLine(from.name, main.name)), onePage);
  // A voter belongs to the old neighbourhood until its vote is over.
  const connections = runningIds.length > 0 ? 0 : await carryConnections(tx, carriage(""), onePage);
  // Who is to decide on it keeps their seat until then.
  const members = runningIds.length > 0 ? 0 : await carryMembers(tx, now, passage, onePage);
  const carried = {
    cycles: closed,
    concerns: concerns + leftOver,
    priorities,
    threads,
    connections,
    members,
  };
  if (Object.values(carried).every((count) => count === 0)) return false;
  if (carried.concerns + priorities + threads > 0)
    await tellResponsible(tx, main.id, {
      at: now,
      kind: "new",
      line: staffCarriedLine(from.name, carried),
      path: paths.staff.waiting(),
    });
  await recordAudit(tx, platform(), now, {
    action: "neighbourhood.succeed",
    subjectKind: "neighbourhood",
    subjectId: from.id,
    neighbourhoodId: main.id,
    details: carried,
  });
  return [concerns, threads, connections, members].includes(onePage);
}
