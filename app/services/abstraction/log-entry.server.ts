import { randomUUID } from "node:crypto";
import type { FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { helpOnSight, type Code } from "#app/domain/abstraction/codes.ts";
import type { EntryFacts, EntryWords } from "#app/domain/abstraction/entry.ts";
import { splitHelpOnSight } from "#app/domain/abstraction/help-on-sight.ts";
import { isLate, mayLog } from "#app/domain/abstraction/lateness.ts";
import type { WantedTimes } from "#app/domain/abstraction/typed-times.ts";
import { londonDay } from "#app/domain/team/day.ts";
import {
  findEntry,
  findEntryOfTime,
  insertEntry,
  type AbstractionEntry,
} from "#db/queries/abstraction-entry.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { findPost } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { completeEntry, findEntryProblems } from "./entry-problems.server.ts";
import { rightsTo } from "./entry-rights.server.ts";
import {
  accountForDuties,
  factsOf,
  recordEntry,
  touchedBy,
  versionOf,
  type EntryDeps,
  type Writing,
} from "./keep-entry.server.ts";
import { readTimes } from "./read-times.server.ts";

/** What is to be logged. The id is made where it is typed: what is sent twice is one entry. */
export interface WantedEntry extends EntryFacts {
  id: string;
  postId: string;
  code: Code;
  times: WantedTimes;
}

/**
 * `split` where the time beyond an hour of help on sight became an entry of its own; `unauthorised` where a correction
 * made something else of what was authorised.
 */
export type Logged =
  | { ok: true; id: string; did: "logged" | "split" | "again" | "unauthorised" }
  | {
      ok: false;
      errors: readonly FieldError[];
      /** The entry that has this very time already. */
      sameTimeId: string | null;
      /** The id belongs to another entry: the form must have a new one. */
      isIdTaken: boolean;
    };

export const refusedEntry = (
  errors: readonly FieldError[],
  more: { sameTimeId?: string; isIdTaken?: true } = {},
): Extract<Logged, { ok: false }> => ({
  ok: false,
  errors,
  sameTimeId: more.sameTimeId ?? null,
  isIdTaken: more.isIdTaken ?? false,
});

const idTaken = refusedEntry(
  [
    {
      field: "form",
      message: "This form was sent before, with something else in it. Check it, then save it again",
    },
  ],
  { isIdTaken: true },
);
export const tooLate = refusedEntry([
  {
    field: "startsAt",
    message: "This is more than 35 days ago. Ask an inspector of the area to log it, with a reason",
  },
]);

/** Logs what a post is or was used for, and confirms its duties where the actor may; null where the post is not theirs. */
export function logEntry({ db, now }: EntryDeps, actor: Actor, wanted: WantedEntry): Promise<Logged | null> {
  return withActor(db, actor, async (tx): Promise<Logged | null> => {
    const post = await findPost(tx, wanted.postId, londonDay(now));
    if (post === null) return null;
    const times = await readTimes(tx, post.id, wanted.times, now);
    const rights = await rightsTo(tx, actor, post, times.ok ? times.span.from : now);
    if (!mayLog(rights, false)) return null;
    const known = await findEntry(tx, wanted.id);
    if (known !== null) return isSame(known, wanted) ? again(known) : idTaken;
    if (!times.ok) return refusedEntry(times.errors);
    const entry = await completeEntry(tx, { ...wanted, ...times.span });
    const isLateChange = isLate(entry.from, now);
    if (!mayLog(rights, isLateChange)) return tooLate;
    const writing = { actor, post, rights, now };
    const errors = await findEntryProblems(tx, entry, writing);
    if (isLateChange && entry.reason === null)
      errors.push({ field: "reason", message: "Say why it is logged so late" });
    if (errors.length > 0) return refusedEntry(errors);
    const logged = await keepFigures(tx, [touchedBy(post.id, entry)], () => write(tx, entry, writing));
    if (logged.ok && logged.did !== "again")
      await recordEntry(tx, writing, {
        ...entry,
        action: "abstraction.log",
        version: 1,
        isLate: isLateChange,
      });
    return logged;
  });
}

const again = ({ id }: AbstractionEntry): Logged => ({ ok: true, id, did: "again" });

/**
 * Whether an entry is what was sent: where the form left its times to the shift, they are those of the first sending.
 * One that was corrected since was sent before, whatever it says now.
 */
const isSame = (known: AbstractionEntry, { postId, code, times }: WantedEntry): boolean =>
  known.postId === postId &&
  (known.version > 1 ||
    (known.code === code &&
      (times.kind !== "span" ||
        (known.startsAt.getTime() === times.from.getTime() &&
          (code === helpOnSight || known.endsAt.getTime() === times.to.getTime())))));

/** Whether an entry says everything that is wanted: nothing that was typed is lost. */
function saysAll(known: AbstractionEntry, wanted: EntryFacts): boolean {
  const said = new Map(Object.entries(factsOf(known)));
  return Object.entries(factsOf(wanted)).every(
    ([name, fact]) => fact === null || fact === false || said.get(name) === fact,
  );
}

async function write(tx: Db, entry: EntryWords & WantedEntry, writing: Writing): Promise<Logged> {
  // Sent a second time while the first was being written.
  const known = await findEntry(tx, entry.id);
  if (known !== null) return isSame(known, entry) ? again(known) : idTaken;
  const { help, rest } = entry.code === helpOnSight ? splitHelpOnSight(entry) : { help: entry, rest: null };
  const parts: (EntryWords & { id: string })[] = [
    { ...entry, ...times(help) },
    ...(rest === null ? [] : [{ ...entry, ...times(rest), id: randomUUID(), code: "R2" as const }]),
  ];
  for (const part of parts) {
    const same = await findEntryOfTime(tx, { ...part, postId: writing.post.id }, null);
    if (same !== null)
      return same.code === part.code && rest === null && saysAll(same, part) ? again(same) : sameTime(same);
  }
  for (const part of parts) {
    const { id } = part;
    // Taken meanwhile by somebody who held none of its neighbourhoods: a post that serves none.
    if (!(await insertEntry(tx, versionOf({ id, version: 1, changeReason: null }, part, writing))))
      return idTaken;
  }
  await accountForDuties(tx, [entry], writing);
  return { ok: true, id: entry.id, did: rest === null ? "logged" : "split" };
}

const times = ({ from, to }: Pick<EntryWords, "from" | "to">) => ({ from, to });

export const sameTime = ({ id }: AbstractionEntry) =>
  refusedEntry(
    [
      {
        field: "form",
        message: "Something else is logged for exactly this time. Correct that entry instead",
      },
    ],
    { sameTimeId: id },
  );
