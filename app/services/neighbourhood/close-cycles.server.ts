import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { concernGoesOnLine, cycleClosedLine } from "#app/domain/neighbourhood/succession-words.ts";
import { paths } from "#app/paths.ts";
import { closeCycleWithLine, lockOpenCyclesOf, takeOnConcernsOf } from "#db/queries/carry-cycle.ts";
import { insertNews } from "#db/queries/news.ts";
import type { Db } from "#db/types.ts";
import type { Passage } from "./carry-from.server.ts";

// What residents began to decide is decided where they began.
const finished: readonly CycleStage[] = ["voting", "panel"];

/** Closes the cycles of a neighbourhood that is gone, but for a vote or a decision under way. */
export async function closeCyclesOf(
  tx: Db,
  now: Date,
  { from, main, heirs }: Passage,
): Promise<{ closed: number; leftOver: number; runningIds: string[] }> {
  const open = await lockOpenCyclesOf(tx, from.id);
  const isRunning = ({ stage }: { stage: CycleStage }) => finished.includes(stage);
  const ending = open.filter((cycle) => !isRunning(cycle));
  const names = heirs.map(({ name }) => name);
  const line = cycleClosedLine(from.name, names);
  let leftOver = 0;
  // One planned and one under way at the most.
  for (const cycle of ending) {
    await closeCycleWithLine(tx, cycle, now, line);
    leftOver += await takeOnConcernsOf(tx, cycle.id, {
      fromId: from.id,
      toId: main.id,
      at: now,
      line: concernGoesOnLine(from.name, main.name),
    });
  }
  await insertNews(
    tx,
    ending
      .filter(({ stage }) => stage !== "planned")
      .map(({ id, number }) => ({
        at: now,
        neighbourhoodId: from.id,
        kind: "cycle",
        subjectId: id,
        line,
        path: paths.cycle(from.slug, number),
      })),
  );
  return { closed: ending.length, leftOver, runningIds: open.filter(isRunning).map(({ id }) => id) };
}
