import { priorityCarriedLine } from "#app/domain/neighbourhood/succession-words.ts";
import { slotForCarried } from "#app/domain/priority/carried-slot.ts";
import { paths } from "#app/paths.ts";
import { carryPriority, lockPriorityPlaces } from "#db/queries/carry-over.ts";
import { insertNews } from "#db/queries/news.ts";
import { lockPlaces } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import type { Passage } from "./carry-from.server.ts";

/** Gives each open priority of a neighbourhood that is gone a place in its heir; how many there were. */
export async function carryPriorities(tx: Db, now: Date, { from, main }: Passage): Promise<number> {
  const carried = await lockPriorityPlaces(tx, from.id);
  if (carried.length === 0) return 0;
  await lockPlaces(tx, main.id);
  const taken = new Set((await lockPriorityPlaces(tx, main.id)).flatMap(({ slot }) => slot ?? []));
  const line = priorityCarriedLine(from.name, main.name);
  // A few: a neighbourhood has three, and those of a merger before.
  for (const priority of carried) {
    const slot = slotForCarried(taken);
    taken.add(slot);
    await carryPriority(tx, priority, { fromId: from.id, toId: main.id, at: now, line }, slot);
  }
  await insertNews(
    tx,
    carried.map(({ id, reference }) => ({
      at: now,
      neighbourhoodId: main.id,
      kind: "priority",
      subjectId: id,
      line: `${reference}: ${line}`,
      path: paths.priority(reference),
    })),
  );
  return carried.length;
}
