import { dayInWords } from "#app/domain/account/day-words.ts";
import { platform, type Scope } from "#app/domain/actor.ts";
import { isToRemind } from "#app/domain/plan/review.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import { lockPlanOf } from "#db/queries/plan.ts";
import { actionsLateOn, reviewsDueBy, type DayPage, type DayPosition } from "#db/queries/plan-due.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { insertStaffNotices, lastToldOf, type StaffNotice } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

interface Reminding {
  db: Db;
  now: Date;
  signal: AbortSignal;
}

/** Something of a plan that is due or late: its page, and how whoever owes it is told. */
interface Owed {
  id: string;
  priorityId: string;
  dueOn: Day;
  path: string;
  tell: (tx: Db, notice: Pick<StaffNotice, "at" | "path">) => Promise<void>;
}

const onePage = 100;
const everywhere: Scope = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };

/**
 * Tells sergeants and inspectors of the reviews that they owe, and of the actions that are late: once on the day, then
 * each week. What was told stands among the notices, so that two processes, or a run begun again, tell nothing twice.
 */
export async function remindOfPlans(run: Reminding): Promise<void> {
  const today = londonDay(run.now);
  await remindOfEach(run, (tx, page) => reviewsOwed(tx, today, page));
  await remindOfEach(run, (tx, page) => actionsOwed(tx, today, page));
}

async function remindOfEach(
  { db, now, signal }: Reminding,
  read: (tx: Db, page: DayPage) => Promise<Owed[]>,
): Promise<void> {
  const today = londonDay(now);
  const isToTell = ({ path, dueOn }: Owed, told: ReadonlyMap<string, Date>) => {
    const last = told.get(path);
    return isToRemind(dueOn, last === undefined ? null : londonDay(last), today);
  };
  let after: DayPosition | null = null;
  for (;;) {
    const page: DayPage = { after, limit: onePage };
    const { owed, told } = await withActor(db, platform(), async (tx) => {
      const owed = await read(tx, page);
      const pathsOwed = owed.map(({ path }) => path);
      return { owed, told: await lastToldOf(tx, pathsOwed) };
    });
    for (const one of owed.filter((each) => isToTell(each, told))) {
      if (signal.aborted) return;
      await withActor(db, platform(), async (tx) => {
        // Another process may have told it meanwhile.
        await lockPlanOf(tx, one.priorityId);
        if (isToTell(one, await lastToldOf(tx, [one.path]))) await one.tell(tx, { at: now, path: one.path });
      });
    }
    const last = owed.at(-1);
    if (owed.length < onePage || last === undefined) return;
    after = { day: last.dueOn, id: last.id };
  }
}

async function reviewsOwed(tx: Db, today: Day, page: DayPage): Promise<Owed[]> {
  const rows = await reviewsDueBy(tx, { sergeant: everywhere, inspector: everywhere }, today, page);
  return rows.map(({ id, priorityId, dueOn, reference, reviewer, neighbourhoodId }) => ({
    id,
    priorityId,
    dueOn,
    path: paths.staff.planReview(reference, reviewer),
    tell: (tx, about) => {
      const notice = {
        ...about,
        kind: dueOn < today ? ("late" as const) : ("new" as const),
        line: `${reference}: the ${reviewer}’s review of its plan ${dueOn < today ? `was due on ${dayInWords(dueOn)}` : "is due today"}`,
      };
      return reviewer === "inspector"
        ? tellRole(tx, "inspector", neighbourhoodId, notice)
        : tellResponsible(tx, neighbourhoodId, notice);
    },
  }));
}

async function actionsOwed(tx: Db, today: Day, page: DayPage): Promise<Owed[]> {
  const rows = await actionsLateOn(tx, everywhere, today, page);
  return rows.map(({ id, priorityId, dueOn, reference, number, neighbourhoodId, agencyId, ownerId }) => ({
    id,
    priorityId,
    dueOn,
    path: paths.staff.planAction(reference, number),
    tell: async (tx, about) => {
      const responsible = await responsibleFor(tx, neighbourhoodId, today);
      // A partner has no notices of staff: their own page says what is late.
      const owner = agencyId === null && ownerId !== null ? [ownerId] : [];
      await insertStaffNotices(tx, [...(responsible?.accountIds ?? []), ...owner], {
        ...about,
        kind: "late",
        line: `${reference}: action ${number} was due on ${dayInWords(dueOn)}`,
      });
    },
  }));
}
