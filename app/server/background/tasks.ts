import { join } from "node:path";
import type { Logger } from "pino";
import { platform } from "#app/domain/actor.ts";
import type { Env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { publishFigures } from "#app/services/abstraction/publish-figures.server.ts";
import { judgeAbstractions } from "#app/services/abstraction/judge-abstractions.server.ts";
import { warnOfEnds } from "#app/services/agreement/warn-of-ends.server.ts";
import { anchorAudit } from "#app/services/audit/anchor-audit.server.ts";
import { anchorFileName } from "#app/services/audit/anchor-file.server.ts";
import { sealedFolder } from "#app/services/audit/seal-audit.server.ts";
import { certifyDueTallies } from "#app/services/ballot/certify-due.server.ts";
import { raiseAlarms } from "#app/services/concern/raise-alarms.server.ts";
import { askResidents } from "#app/services/feedback/ask-residents.server.ts";
import { askWhetherItLasted } from "#app/services/feedback/ask-whether-it-lasted.server.ts";
import { closeRounds } from "#app/services/feedback/close-rounds.server.ts";
import { remindOfReviews } from "#app/services/impact/remind-of-reviews.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { sendDigests } from "#app/services/following/send-digests.server.ts";
import { tellFollowers } from "#app/services/following/tell-followers.server.ts";
import { destroyKeys } from "#app/services/cycle/destroy-keys.server.ts";
import { runCycles } from "#app/services/cycle/run-cycles.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import type { MailTransport } from "#app/services/mail/transport.ts";
import { carryOver } from "#app/services/neighbourhood/carry-over.server.ts";
import { sendNotices } from "#app/services/notice/send-notices.server.ts";
import { remindOfPlans } from "#app/services/plan/remind-of-plans.server.ts";
import { endPauses } from "#app/services/plan/resume-plan.server.ts";
import { runPriorityClock } from "#app/services/priority/run-priority-clock.server.ts";
import { runRetention } from "#app/services/retention/run-retention.server.ts";
import { escalateActions } from "#app/services/tasking/escalate-actions.server.ts";
import { renewGroupAreas } from "#app/services/tasking/renew-group-areas.server.ts";
import { keepPromises } from "#app/services/thread/keep-promises.server.ts";
import { raiseThreadAlarms } from "#app/services/thread/raise-thread-alarms.server.ts";
import { areDutiesFilled } from "#db/seed/fill-duties.ts";
import { sweepAllowances } from "#db/queries/allowance.ts";
import type { OpenDatabase } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { createSharing, type ApiLimits } from "../api-limits.ts";
import { backUp } from "../back-up.ts";
import { dataDirOf } from "../package-root.ts";
import { fillOtherPast, fillPastCycles } from "./fill-past.ts";
import type { BackgroundTask } from "./task.ts";

export interface TaskParts {
  env: Env;
  database: Pick<OpenDatabase, "db" | "kind">;
  keys: Keys;
  apiLimits: ApiLimits;
  transport: MailTransport;
  publicUrl: () => string;
  log: Logger;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** All that the platform does by itself (docs/adr/0010). A task is added here and nowhere else. */
export function tasksOf(parts: TaskParts): readonly BackgroundTask[] {
  const { env, database, keys, transport, publicUrl, log } = parts;
  const { db, kind } = database;
  const dataDir = dataDirOf(env);
  return [
    {
      name: "send-mail",
      everyMs: second,
      isEveryProcess: true,
      run: ({ signal }) =>
        deliverMail({
          db,
          now: () => new Date(),
          transport,
          keys,
          unsubscribeUrl: (token) => `${publicUrl()}${paths.unsubscribe(token)}`,
          log,
          signal,
        }),
    },
    {
      name: "raise-alarms",
      everyMs: minute,
      run: async (run) => {
        await raiseAlarms({ db, publicUrl: publicUrl(), ...run });
        await raiseThreadAlarms({ db, publicUrl: publicUrl(), ...run });
      },
    },
    {
      name: "anchor-audit",
      everyMs: hour,
      run: () => anchorNow(parts),
    },
    {
      name: "run-retention",
      everyMs: day,
      run: async ({ now, signal }) => {
        const { problem } = await runRetention(
          { db, now, signal, sealFolder: sealedFolder(dataDir) },
          { isDryRun: false },
        );
        if (problem !== null) log.error({ problem }, "the audit record could not be sealed");
      },
    },
    {
      name: "sweep-allowances",
      everyMs: hour,
      run: async ({ now, signal }) => {
        let swept = 1;
        while (swept > 0 && !signal.aborted)
          swept = await withActor(db, platform(), (tx) => sweepAllowances(tx, now));
      },
    },
    {
      name: "certify-tallies",
      everyMs: hour,
      run: async ({ now, signal }) => {
        const certified = await certifyDueTallies({ db, now, signal });
        if (certified > 0) log.info({ certified }, "counts were certified that no person certified in time");
      },
    },
    {
      name: "carry-over",
      everyMs: 10 * minute,
      run: ({ now, signal }) => carryOver({ db, now, signal }),
    },
    ...tellingOf(parts),
    {
      name: "run-cycles",
      everyMs: 10 * minute,
      run: async ({ now, signal }) => {
        const past = { db, log, now, signal };
        if (env.isDemonstration) await fillPastCycles(past);
        await runCycles({ db, now, keys, signal });
        if (env.isDemonstration) await fillOtherPast(past);
      },
    },
    {
      name: "destroy-cycle-keys",
      everyMs: day,
      run: ({ now, signal }) => destroyKeys({ db, now, signal }),
    },
    {
      name: "run-priority-clock",
      everyMs: hour,
      run: ({ now, signal }) => runPriorityClock({ db, now, signal }),
    },
    {
      name: "end-pauses",
      everyMs: hour,
      run: ({ now, signal }) => endPauses({ db, now, signal }),
    },
    {
      name: "remind-of-plans",
      everyMs: day,
      run: ({ now, signal }) => remindOfPlans({ db, now, signal }),
    },
    {
      name: "escalate-actions",
      everyMs: hour,
      run: ({ now, signal }) => escalateActions({ db, now, signal }),
    },
    {
      name: "remind-of-impact-reviews",
      everyMs: 10 * minute,
      run: ({ now, signal }) => remindOfReviews({ db, now, signal }),
    },
    {
      name: "renew-tasking-groups",
      everyMs: hour,
      run: async () => {
        await renewGroupAreas({ db });
      },
    },
    ...figuresOf(parts),
    ...feedbackOf(parts),
    // PostgreSQL is backed up by others too; nothing else can restore an embedded database.
    ...(kind === "embedded" ? [backUpHourly(parts, dataDir)] : []),
    // An embedded database has one process, and a demonstration no limit worth the name.
    ...(kind === "postgres" && !env.isDemonstration ? [shareEverySecond(parts)] : []),
  ];
}

const shareEverySecond = ({ database: { db }, apiLimits, log }: TaskParts): BackgroundTask => ({
  name: "share-api-counts",
  everyMs: second,
  isEveryProcess: true,
  run: createSharing(db, apiLimits, log),
});

/** Who is told of what, by itself. */
const tellingOf = ({ database: { db }, publicUrl }: TaskParts): readonly BackgroundTask[] => [
  {
    name: "keep-promises",
    everyMs: 5 * minute,
    run: (run) => keepPromises({ db, publicUrl: publicUrl(), ...run }),
  },
  {
    name: "tell-followers",
    everyMs: minute,
    run: (run) => tellFollowers({ db, publicUrl: publicUrl(), ...run }),
  },
  {
    name: "tell-staff",
    everyMs: minute,
    run: (run) => sendNotices({ db, publicUrl: publicUrl(), ...run }),
  },
  {
    name: "warn-of-agreements",
    everyMs: hour,
    run: async (run) => {
      await warnOfEnds({ db, publicUrl: publicUrl(), ...run });
    },
  },
  {
    name: "monthly-digest",
    everyMs: hour,
    run: (run) => sendDigests({ db, publicUrl: publicUrl(), ...run }),
  },
];

/** What follows from a month that is over. Nothing of a demonstration is published or judged before its past is there. */
function figuresOf({ env, database: { db }, log }: TaskParts): readonly BackgroundTask[] {
  const isThere = async () => !env.isDemonstration || (await areDutiesFilled(db));
  return [
    {
      name: "publish-abstractions",
      everyMs: hour,
      run: async (run) => {
        const published = (await isThere()) ? await publishFigures({ db, ...run }) : 0;
        if (published > 0) log.info({ published }, "figures of abstraction were published");
      },
    },
    {
      name: "judge-abstractions",
      everyMs: hour,
      run: async (run) => {
        if (await isThere()) await judgeAbstractions({ db, ...run });
      },
    },
  ];
}

/** Whether it worked, as residents say: they are asked, counted, and asked once more. */
const feedbackOf = ({ database: { db }, keys, publicUrl }: TaskParts): readonly BackgroundTask[] => [
  {
    name: "ask-residents",
    everyMs: 5 * minute,
    run: (run) =>
      askResidents({
        db,
        keys,
        answerUrl: (token) => `${publicUrl()}${paths.feedback(token)}`,
        ...run,
      }),
  },
  {
    name: "close-feedback",
    everyMs: 10 * minute,
    run: (run) => closeRounds({ db, ...run }),
  },
  {
    name: "ask-whether-it-lasted",
    everyMs: hour,
    run: (run) => askWhetherItLasted({ db, ...run }),
  },
];

const backUpHourly = ({ database: { db } }: TaskParts, dataDir: string): BackgroundTask => ({
  name: "back-up",
  everyMs: hour,
  firstAfterMs: hour,
  run: async ({ now }) => {
    await backUp(db, dataDir, now);
  },
});

/** Keeps the head of the audit record outside the database: every hour, and when the process stops. */
export async function anchorNow({
  env,
  database: { db },
  keys,
  log,
}: Pick<TaskParts, "env" | "database" | "keys" | "log">): Promise<void> {
  await anchorAudit({
    db,
    now: new Date(),
    key: keys.anchors,
    file: join(dataDirOf(env), anchorFileName),
    log: (anchor) => {
      log.info({ anchor }, "the audit record is anchored");
    },
  });
}
