import { dayInWords } from "#app/domain/account/day-words.ts";
import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import { insertAsks, listToAsk, openRounds } from "#db/queries/feedback-ask.ts";
import type { FeedbackRound } from "#db/queries/feedback.ts";
import { findPriorityById, type Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { feedbackToken } from "./feedback-token.server.ts";

const mostRounds = 500;
const onePage = 100;
const actor = platform();
const purpose = "priority-update";

interface AskDeps {
  db: Db;
  now: Date;
  keys: Pick<Keys, "links">;
  /** The address of the page behind a token. */
  answerUrl: (token: string) => string;
  signal: AbortSignal;
}

/**
 * Asks by message whom each open round concerns, a page at a time: who began to follow since is asked too, nobody
 * twice.
 */
export async function askResidents(deps: AskDeps): Promise<void> {
  const { db, now, signal } = deps;
  const rounds = await withActor(db, actor, (tx) => openRounds(tx, londonDay(now), mostRounds));
  for (const round of rounds) {
    let asked = onePage;
    while (asked === onePage && !signal.aborted)
      asked = await withActor(db, actor, (tx) => askPage(tx, deps, round));
    if (signal.aborted) return;
  }
}

async function askPage(tx: Db, { now, keys, answerUrl }: AskDeps, round: FeedbackRound): Promise<number> {
  const priority = await findPriorityById(tx, round.priorityId);
  if (priority === null) return 0;
  const found = await listToAsk(tx, round.id, priority, { today: londonDay(now), purpose }, onePage);
  const isNew = await insertAsks(
    tx,
    round.id,
    found.map(({ accountId }) => accountId),
    now,
  );
  await queueMailToMany(
    tx,
    now,
    { purpose, subject: "Has it got better?" },
    found
      .filter(({ accountId }) => isNew.has(accountId))
      .map((reader) => ({
        ...reader,
        body: question(
          priority,
          round,
          answerUrl(feedbackToken(keys, { roundId: round.id, accountId: reader.accountId })),
        ),
      })),
  );
  return found.length;
}

const question = ({ title }: Priority, { kind, closesOn }: FeedbackRound, url: string) =>
  [
    kind === "sign-off"
      ? `The neighbourhood team has reported what it did about “${title}”. It is closed only if the people who live here say that it worked.`
      : `“${title}” was signed off three months ago. Has it stayed that way?`,
    "Say what you think in one minute. You need not sign in:",
    url,
    `You can answer until the end of ${dayInWords(closesOn)}, and change your answer until then. The link is yours alone: do not pass it on.`,
  ].join("\n\n");
