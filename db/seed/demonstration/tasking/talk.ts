import { agencies } from "../agencies.ts";
import { pick } from "../history/telling.ts";
import { decisions } from "./decisions.ts";
import type { Minutes } from "./minutes.ts";
import type { TaskingRows } from "./rows.ts";
import { isPolice, type GroupTelling } from "./telling.ts";
import { priorityNotes, sectionNotes } from "./words.ts";

type Items = TaskingRows["items"];

// So many of the priorities have something worth noting.
const mostNoted = 3;
const noteShare = 0.6;
const secondDecisionShare = 0.4;

/** Writes down what was said of the items, and what was decided with its reason. */
export function noteItems(telling: GroupTelling, minutes: Minutes, items: Items): void {
  const { random, group, priorities } = telling;
  const ofPriorities = items.filter(({ priorityId }) => priorityId != null).slice(0, mostNoted);
  for (const { id, priorityId } of ofPriorities) {
    const place = priorities.find((one) => one.id === priorityId)?.place ?? group.name;
    const words = pick(random, priorityNotes)
      .replaceAll("{place}", place)
      .replaceAll("{team}", partnerOf(telling));
    minutes.write({ kind: "note", itemId: id ?? null, words });
  }
  for (const { id, section } of items) {
    const notes = sectionNotes[section] ?? [];
    if (notes.length > 0 && random.next() < noteShare)
      minutes.write({ kind: "note", itemId: id ?? null, words: pick(random, notes) });
    if (section === "decisions") decide(telling, minutes, id ?? null);
  }
}

function decide({ random, group }: GroupTelling, minutes: Minutes, itemId: string | null): void {
  const bank = random.shuffle(decisions[group.level]);
  for (const [words, reason] of bank.slice(0, random.next() < secondDecisionShare ? 2 : 1))
    minutes.write({ kind: "decision", itemId, words, reason });
}

/** One of the agencies that sit in the group, by name. */
function partnerOf({ random, seats }: GroupTelling): string {
  const partners = seats.filter(({ agencyCode }) => !isPolice(agencyCode));
  const code = partners.length === 0 ? null : pick(random, partners).agencyCode;
  return agencies.find((agency) => agency.code === code)?.name ?? "The police";
}
