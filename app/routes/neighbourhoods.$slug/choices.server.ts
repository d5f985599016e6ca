import { cycleNowInWords, isVotingOpen, nextChoiceInWords } from "#app/domain/cycle/now-words.ts";
import { cardOf } from "#app/domain/priority/card.ts";
import type { Day } from "#app/domain/team/day.ts";
import { latestConcerns } from "#db/queries/latest-concerns.ts";
import { currentPriorities } from "#db/queries/public-priority.ts";
import { cycleNow } from "#db/queries/public-cycle.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";

const mostConcerns = 5;

/** What the page says of what residents chose, choose now and raised. */
export async function choicesOf(tx: Db, neighbourhoodId: string, today: Day) {
  const cycle = await cycleNow(tx, neighbourhoodId);
  const figures = await readSettings(tx);
  const current = await currentPriorities(tx, neighbourhoodId);
  const concerns = await latestConcerns(tx, neighbourhoodId, mostConcerns);
  return {
    now: {
      words: cycleNowInWords(cycle, today),
      isVotingOpen: cycle !== null && isVotingOpen(cycle, today),
      cycleNumber: cycle?.number ?? null,
    },
    nextChoice: nextChoiceInWords(cycle, today),
    cards: current.map((priority) => cardOf(priority, today, figures)),
    concerns: concerns.map(({ title, ...concern }) => ({ ...concern, title: title ?? "" })),
  };
}
