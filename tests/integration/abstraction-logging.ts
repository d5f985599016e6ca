import { randomUUID } from "node:crypto";
import type { Code } from "#app/domain/abstraction/codes.ts";
import { noFacts, type EntryFacts } from "#app/domain/abstraction/entry.ts";
import type { WantedTimes } from "#app/domain/abstraction/typed-times.ts";
import { logEntry } from "#app/services/abstraction/log-entry.server.ts";
import { inMinutes, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { now } from "./people-force.ts";

export const day = 24 * 60;
export const span = (from: number, to: number): WantedTimes => ({
  kind: "span",
  from: inMinutes(from),
  to: inMinutes(to),
});

interface Given extends Partial<EntryFacts> {
  id?: string;
  code?: Code;
  times?: WantedTimes;
  at?: Date;
}

/** Logging at a desk: by default an hour of directed response until now. */
export function loggingAt(desk: () => AbstractionDesk) {
  const log = async (who: DeskPerson, post: string, { id = randomUUID(), at = now, ...given }: Given = {}) =>
    logEntry({ db: desk().db, now: at }, await desk().as(who), {
      ...noFacts,
      id,
      postId: desk().id(post),
      code: "R2",
      times: span(-60, 0),
      ...given,
    });
  return {
    log,
    done: async (...given: Parameters<typeof log>) => {
      const logged = await log(...given);
      if (logged?.ok !== true) throw new Error(`It was not logged: ${JSON.stringify(logged)}`);
      return logged;
    },
    /** The fields at which it was refused; what came of it where it was not. */
    refusedFields: async (...given: Parameters<typeof log>) => {
      const logged = await log(...given);
      return logged === null || logged.ok ? logged : logged.errors.map(({ field }) => field);
    },
    standing: async (post: string) =>
      (
        await desk().db.query.abstractionEntries.findMany({ orderBy: (t, { asc }) => asc(t.startsAt) })
      ).filter(({ postId, isLatest, isWithdrawn }) => postId === desk().id(post) && isLatest && !isWithdrawn),
  };
}
