import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { agendaSections, agendaSectionWords } from "#app/domain/tasking/agenda.ts";
import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import { mayFinish, mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { readLacks } from "#app/services/tasking/finish-meeting.server.ts";
import { listCarried } from "#db/queries/tasking-carried.ts";
import { liveEntriesAfter, liveStandingOf } from "#db/queries/tasking-live.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import { listItems } from "#db/queries/tasking-item.ts";
import { agenciesToAsk } from "#db/queries/tasking-record.ts";
import type { Db } from "#db/types.ts";

// A long day of two minute-takers; only a bound.
const mostEntries = 3_000;
/** What is given in one meeting is mostly due at the next. */
const usualDays = 28;

/** What the page of a meeting's recording shows; null of it where the actor may not record. */
export async function readRecord(
  tx: Db,
  actor: Actor,
  held: HeldMeeting,
  { now, correct }: { now: Date; correct: number | null },
) {
  const { meeting, group } = held;
  if (!mayRecordIn(actor, held)) return null;
  const standing = await liveStandingOf(tx, meeting.id);
  const items = await listItems(tx, meeting.id);
  const carried = await listCarried(tx, meeting.id);
  const entries = await liveEntriesAfter(tx, meeting.id, 0, mostEntries);
  const agencies = await agenciesToAsk(tx);
  const isOpen = meeting.state === "open";
  return {
    reference: meeting.reference,
    title: `${group.name}, meeting ${meeting.number}`,
    state: meeting.state,
    isOpen,
    isCirculated: meeting.circulatedAt !== null,
    marking: meeting.marking,
    mayFinish: mayFinish(actor, held),
    callNext:
      meeting.state === "finished" && group.endedAt === null && mayChair(actor, group)
        ? paths.tasking.callMeeting(group.code, meeting.nextOn ?? undefined)
        : null,
    items: items.map(({ id, title, feedbackLine, version }) => ({ id, title, feedbackLine, version })),
    itemGroups: agendaSections.flatMap((section) => {
      const ofSection = items.filter((item) => item.section === section);
      return ofSection.length === 0
        ? []
        : [
            {
              label: agendaSectionWords[section],
              items: ofSection.map(({ id, title }) => ({ value: id, words: title })),
            },
          ];
    }),
    carried: carried.map((action) => ({
      id: action.actionId,
      name: `${group.code}-${action.number}`,
      task: action.task,
      agency: action.agency,
      dueOn: action.dueOn,
      state: action.state,
      outcome: action.outcome,
      note: action.note,
    })),
    stamp: standing?.stamp ?? null,
    entries,
    correcting: isOpen ? correctable(entries, correct) : null,
    agencies: [{ label: "", items: agencies.map(({ id, name }) => ({ value: id, words: name })) }],
    dueOn: partsOfDay(addDays(londonDay(now), usualDays)),
    nextOn: meeting.nextOn === null ? undefined : partsOfDay(meeting.nextOn),
    lacks: isOpen ? await readLacks(tx, held) : [],
    keys: {
      note: randomUUID(),
      decision: randomUUID(),
      action: randomUUID(),
      carried: randomUUID(),
      correct: randomUUID(),
    },
  };
}

/** The entry that is to be put right, where it can be. */
function correctable(entries: readonly LiveEntry[], number: number | null) {
  const entry = entries.find((one) => one.number === number);
  if (entry === undefined || entries.some(({ replaces }) => replaces === number)) return null;
  const { kind, words, reason } = entry;
  return kind === "note" || kind === "decision" ? { number: entry.number, kind, words, reason } : null;
}
