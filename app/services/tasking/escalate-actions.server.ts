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
 * Tells whoever is to hear that an action is late: whoever does it, then their agency's lead, the chair, the board. Each
 * batch is one transaction with what it told, so that two processes, or a run begun again, tell nothing twice.
 */
export async function escalateActions({ db, now, signal }: Escalating): Promise<void> {
  const days = await withActor(db, platform(), readEscalation);
  if (!isEscalating(days)) return;
  let told = atOnce;
  while (told === atOnce && !signal.aborted)
    told = await withActor(db, platform(), (tx) => escalateSome(tx, now, days));
  // Meetings are called after the chair was told, too.
  if (!signal.aborted) await withActor(db, platform(), (tx) => markForChair(tx, now));
}

async function escalateSome(tx: Db, now: Date, days: EscalationDays): Promise<number> {
  const today = londonDay(now);
  const late = await lockLateActions(tx, { days, today, limit: atOnce });
  if (late.length === 0) return 0;
  const peopleOf = await readLatePeople(tx, late, today);
  const steps = late.flatMap((action) =>
    escalationsDue(action, action.highestTold, days, today).map((rung) => ({
      action,
      rung,
      people: peopleOf(action, rung),
    })),
  );
  await insertEscalations(
    tx,
    steps.map(({ action, rung }) => ({
      actionId: action.id,
      dueOn: action.dueOn,
      rung: rungNumber(rung),
      at: now,
    })),
  );
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
      details: { rung, dueOn: action.dueOn, told: people.length },
    })),
  );
  return late.length;
}

const whose: Readonly<Record<Rung, string>> = {
  owner: "an action of yours",
  lead: "an action of your agency",
  chair: "an action of the group",
  board: "an action that its chair knows of",
};

/** That something is late, and where it stands: never what it is. */
function noticeOf(
  { id, dueOn, groupName }: LateAction,
  rung: Rung,
  person: LatePerson,
  at: Date,
): StaffNotice {
  return {
    at,
    kind: rung === "owner" || rung === "lead" ? "late" : "escalated",
    line: `${groupName}: ${whose[rung]} was due on ${dayInWords(dueOn)} and is not done`,
    path: pathOf(id, rung, person),
  };
}

function pathOf(id: string, rung: Rung, { kind }: LatePerson): string {
  // Whoever chairs the board may read its own work alone: what it was told of stands on the first page.
  if (rung === "board") return paths.tasking.home();
  return kind === "staff" || rung === "chair" ? paths.tasking.action(id) : paths.partners.asked(id);
}
