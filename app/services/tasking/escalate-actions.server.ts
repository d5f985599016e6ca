import { dayInWords } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import {
  escalationsDue,
  isEscalating,
  rungNumber,
  type EscalationDays,
  type Rung,
} from "#app/domain/tasking/escalation.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { recordAudits } from "#db/queries/audit.ts";
import { readEscalation } from "#db/queries/escalation-setting.ts";
import { insertNoticesOfEach, type StaffNotice } from "#db/queries/staff-notice.ts";
import {
  insertEscalations,
  lockLateActions,
  markForChair,
  type LateAction,
  type LatePlace,
} from "#db/queries/tasking-escalation.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readLatePeople, type LatePerson } from "./late-people.server.ts";

interface Escalating {
  db: Db;
  now: Date;
  signal: AbortSignal;
}

const atOnce = 100;

/**
 * Tells whoever is to hear that an action is late: whoever does it, then their agency's lead, the chair, the board; of
 * one that was declined and not decided about, the chair and the board. Each batch is one transaction with what it told,
 * so that two processes, or a run begun again, tell nothing twice. What nobody can be told today is tried again.
 */
export async function escalateActions({ db, now, signal }: Escalating): Promise<void> {
  const days = await withActor(db, platform(), readEscalation);
  if (!isEscalating(days)) return;
  let after: LatePlace | null = null;
  do {
    const from: LatePlace | null = after;
    after = await withActor(db, platform(), (tx) => escalateSome(tx, now, days, from));
  } while (after !== null && !signal.aborted);
  // Meetings are called after the chair was told, too.
  if (!signal.aborted) await withActor(db, platform(), (tx) => markForChair(tx, now));
}

/** Where to go on; null after the last. */
async function escalateSome(
  tx: Db,
  now: Date,
  days: EscalationDays,
  after: LatePlace | null,
): Promise<LatePlace | null> {
  const today = londonDay(now);
  const late = await lockLateActions(tx, { days, today, after, limit: atOnce });
  if (late.length === 0) return null;
  const peopleOf = await readLatePeople(tx, late, today);
  const due = late.flatMap((action) =>
    escalationsDue(action, action.highestTold, days, today)
      .map((rung) => ({ action, rung, people: peopleOf(action, rung) }))
      .filter(({ people }) => people.length > 0),
  );
  const kept = await insertEscalations(
    tx,
    due.map(({ action, rung }) => ({
      actionId: action.id,
      dueOn: action.since,
      rung: rungNumber(rung),
      at: now,
    })),
  );
  // Another process may have told some of them since they were read.
  const isKept = new Set(kept.map(({ actionId, rung }) => `${actionId} ${rung}`));
  const steps = due.filter(({ action, rung }) => isKept.has(`${action.id} ${rungNumber(rung)}`));
  await insertNoticesOfEach(
    tx,
    steps.flatMap(({ action, rung, people }) =>
      people.map((person) => ({ accountId: person.id, ...noticeOf(action, rung, person, now) })),
    ),
  );
  await recordAudits(
    tx,
    platform(),
    now,
    steps.map(({ action, rung, people }) => ({
      action: "tasking.escalate",
      subjectKind: "tasking-action",
      subjectId: action.id,
      agencyId: action.agencyId,
      details: { rung, dueOn: action.since, told: people.length },
    })),
  );
  return late.length < atOnce ? null : (late.at(-1) ?? null);
}

const whose: Readonly<Record<Rung, string>> = {
  owner: "an action of yours",
  lead: "an action of your agency",
  chair: "an action of the group",
  board: "an action that its chair knows of",
};

/** That something is late, and where it stands: never what it is. */
function noticeOf(
  { id, state, since, groupName }: LateAction,
  rung: Rung,
  person: LatePerson,
  at: Date,
): StaffNotice {
  return {
    at,
    kind: rung === "owner" || rung === "lead" ? "late" : "escalated",
    line:
      state === "rejected"
        ? `${groupName}: an action was declined on ${dayInWords(since)}, and nobody has said what becomes of it`
        : `${groupName}: ${whose[rung]} was due on ${dayInWords(since)} and is not done`,
    path: pathOf(id, rung, person),
  };
}

function pathOf(id: string, rung: Rung, { kind }: LatePerson): string {
  // Whoever chairs the board may read its own work alone: what it was told of stands on the first page.
  if (rung === "board") return paths.tasking.home();
  return kind === "staff" || rung === "chair" ? paths.tasking.action(id) : paths.partners.asked(id);
}
