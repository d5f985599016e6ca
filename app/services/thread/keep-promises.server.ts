import { platform } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { promiseOf } from "#app/domain/thread/promise.ts";
import { afterAct } from "#app/domain/thread/states.ts";
import { closesAfterDays, promisedOf } from "#app/domain/thread/stored-thread.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  listBroken,
  listForInspector,
  listQuiet,
  lockThread,
  updateThread,
  type Thread,
} from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";
import type { ThreadDeps } from "./thread-deps.ts";
import { tellClosed, tellMissed, tellWithInspector } from "./thread-mails.ts";

interface Deps extends ThreadDeps {
  /** Checked between transactions. */
  signal: AbortSignal;
}

type Found = (db: Db, limit: number) => Promise<{ id: string }[]>;
/** What is done to a thread that is locked; null where it is no longer as it was found. */
type Act = (tx: Db, thread: Thread) => Promise<AuditAction | null>;

const rowsPerPage = 100;
const hoursOfADay = 24;

/**
 * Looks after every promise: tells the sergeant and the resident of a broken one, once; gives it to the inspector a
 * day later; closes what was answered and stayed quiet. Each thread in a transaction of its own, which finds it as it
 * is by then, so that doing it again or twice at once changes nothing more.
 */
export async function keepPromises(deps: Deps): Promise<void> {
  const { db, now } = deps;
  const settings = await withActor(db, platform(), readPromiseSettings);
  await each(deps, (tx, limit) => listBroken(tx, now, limit), missed(deps));
  const dayAgo = hoursAfter(now, -settings.inspectorAfterHours);
  await each(deps, (tx, limit) => listForInspector(tx, dayAgo, limit), toInspector(deps));
  const quietSince = hoursAfter(now, -closesAfterDays * hoursOfADay);
  await each(deps, (tx, limit) => listQuiet(tx, quietSince, limit), closed(deps, quietSince));
}

async function each({ db, now, signal }: Deps, found: Found, act: Act): Promise<void> {
  for (;;) {
    const page = await withActor(db, platform(), (tx) => found(tx, rowsPerPage));
    let changed = 0;
    for (const { id } of page) {
      signal.throwIfAborted();
      changed += await withActor(db, platform(), async (tx) => {
        const thread = await lockThread(tx, id);
        const action = thread === null ? null : await act(tx, thread);
        if (thread === null || action === null) return 0;
        await recordAudit(tx, platform(), now, {
          action,
          subjectKind: "thread",
          subjectId: id,
          neighbourhoodId: thread.neighbourhoodId,
        });
        return 1;
      });
    }
    if (page.length < rowsPerPage || changed === 0) return;
  }
}

const isMissed = async (tx: Db, thread: Thread, now: Date): Promise<boolean> => {
  const settings = await readPromiseSettings(tx);
  return promiseOf(promisedOf(thread, settings), now, settings).state === "missed";
};

const missed =
  (deps: Deps): Act =>
  async (tx, thread) => {
    const { now } = deps;
    if (thread.missedAt !== null || !(await isMissed(tx, thread, now))) return null;
    await updateThread(tx, thread.id, { missedAt: now, level: "sergeant", changedAt: now });
    await tellResponsible(tx, thread.neighbourhoodId, {
      at: now,
      kind: "late",
      line: `${thread.reference}: the answer that was promised is late`,
      path: paths.staff.thread(thread.id),
    });
    await tellMissed(tx, deps, thread);
    return "thread.miss";
  };

const toInspector =
  (deps: Deps): Act =>
  async (tx, thread) => {
    const { now } = deps;
    if (thread.level === "inspector" || !(await isMissed(tx, thread, now))) return null;
    await updateThread(tx, thread.id, { level: "inspector", changedAt: now });
    await tellRole(tx, "inspector", thread.neighbourhoodId, {
      at: now,
      kind: "escalated",
      line: `${thread.reference}: a day late, and with you now`,
      path: paths.staff.thread(thread.id),
    });
    await tellWithInspector(tx, deps, thread);
    return "thread.escalate";
  };

const closed =
  (deps: Deps, quietSince: Date): Act =>
  async (tx, thread) => {
    const next = afterAct(thread.state, { act: "close", by: "platform", reason: null });
    if (!next.ok || thread.state === "closed" || thread.changedAt >= quietSince) return null;
    await updateThread(tx, thread.id, { state: next.state, closedAt: deps.now, changedAt: deps.now });
    await tellClosed(tx, deps, thread);
    return "thread.close";
  };
