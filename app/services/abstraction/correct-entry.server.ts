import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import { helpOnSight, type Code } from "#app/domain/abstraction/codes.ts";
import { problemsOfWords, type EntryFacts, type EntryWords } from "#app/domain/abstraction/entry.ts";
import { splitHelpOnSight } from "#app/domain/abstraction/help-on-sight.ts";
import { isLate, mayChange } from "#app/domain/abstraction/lateness.ts";
import type { WantedTimes } from "#app/domain/abstraction/typed-times.ts";
import {
  findEntryOfTime,
  insertEntry,
  writeNextVersion,
  type AbstractionEntry,
} from "#db/queries/abstraction-entry.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { withActor } from "#db/with-actor.ts";
import { completeEntry, findEntryProblems } from "./entry-problems.server.ts";
import {
  accountForDuties,
  recordEntry,
  spanOf,
  touchedBy,
  versionOf,
  type EntryDeps,
} from "./keep-entry.server.ts";
import { refusedEntry, sameTime, tooLate, type Logged } from "./log-entry.server.ts";
import { isStillTheirs, readChangeable } from "./read-changeable.server.ts";
import { readTimes } from "./read-times.server.ts";

export interface WantedCorrection extends EntryFacts {
  id: string;
  /** As which version it was read. */
  version: number;
  code: Code;
  times: WantedTimes;
  changeReason: string;
}

export const overtaken = refusedEntry([
  {
    field: "form",
    message:
      "Somebody has changed this entry since you opened it. Read it again. What you wrote is still in the form",
  },
]);

/** Writes the next version of an entry; null where the entry is not the actor's to change. */
export function correctEntry(
  { db, now }: EntryDeps,
  actor: Actor,
  wanted: WantedCorrection,
): Promise<Logged | null> {
  return withActor(db, actor, async (tx): Promise<Logged | null> => {
    const found = await readChangeable(tx, actor, wanted.id, now);
    if (found === null) return null;
    const { entry: before, writing, isOwnWords } = found;
    if (before.version !== wanted.version) return overtaken;
    const times = await readTimes(tx, before.postId, wanted.times, now);
    if (!times.ok) return refusedEntry(times.errors);
    const { mayCorrectLate } = writing.rights;
    const completed = await completeEntry(tx, { ...wanted, ...times.span });
    const tagged = {
      ...completed,
      exemptIncident: mayCorrectLate ? wanted.exemptIncident : before.exemptIncident,
    };
    const entry = { ...tagged, authoriserRole: authoriserOf(before, tagged) };
    const isLateChange = isLate(before.startsAt, now) || isLate(entry.from, now);
    if (!mayChange(writing.rights, { isLateChange, isOwnWords })) return tooLate;
    const errors = await findEntryProblems(tx, entry, writing, before);
    errors.push(...problemsOfChange(wanted.changeReason));
    if (errors.length > 0) return refusedEntry(errors);
    const { postId } = before;
    const touched = [spanOf(before), { from: entry.from, to: entry.to }];
    const corrected = await keepFigures(
      tx,
      touched.map((span) => touchedBy(postId, span)),
      async (): Promise<Logged> => {
        if (!(await isStillTheirs(tx, found, now))) return overtaken;
        const { help, rest } =
          entry.code === helpOnSight ? splitHelpOnSight(entry) : { help: entry, rest: null };
        const first = { ...entry, from: help.from, to: help.to };
        const next = { ...entry, code: "R2" as const, ...rest };
        for (const part of rest === null ? [first] : [first, next]) {
          const same = await findEntryOfTime(tx, { ...part, postId }, before.id);
          if (same !== null) return sameTime(same);
        }
        const { id, changeReason } = wanted;
        const version = before.version + 1;
        const row = versionOf({ id, version, changeReason }, first, writing);
        const kept = {
          source: before.source,
          requestId: before.requestId,
          authorisedBy: entry.authoriserRole === before.authoriserRole ? before.authorisedBy : null,
        };
        if (!(await writeNextVersion(tx, { ...row, ...kept }))) return overtaken;
        if (rest !== null)
          await insertEntry(
            tx,
            versionOf({ id: randomUUID(), version: 1, changeReason: null }, next, writing),
          );
        await accountForDuties(tx, touched, writing);
        const isUnauthorised = before.authoriserRole !== null && entry.authoriserRole === null;
        return { ok: true, id, did: rest !== null ? "split" : isUnauthorised ? "unauthorised" : "logged" };
      },
    );
    if (corrected.ok)
      await recordEntry(tx, writing, {
        ...entry,
        action: "abstraction.correct",
        version: before.version + 1,
        isLate: isLateChange,
      });
    return corrected;
  });
}

/** Who authorised an entry: nobody what it says now, where that is another thing or time than was authorised. */
const authoriserOf = (before: AbstractionEntry, { code, from, to, authoriserRole }: EntryWords) =>
  authoriserRole === before.authoriserRole &&
  (code !== before.code ||
    from.getTime() !== before.startsAt.getTime() ||
    to.getTime() !== before.endsAt.getTime())
    ? null
    : authoriserRole;

/** What is wrong with the reason of a change. */
export const problemsOfChange = (reason: string) =>
  reason === ""
    ? [{ field: "changeReason", message: "Say why it is changed" }]
    : problemsOfWords("changeReason", reason);
