import type { Day } from "#app/domain/team/day.ts";

import { daysBefore } from "../dates.ts";
import type { Random } from "../random.ts";
import type { DemonstrationHolding, DemonstrationPerson, DemonstrationPost } from "../types.ts";
import { givenNames } from "./given-names.ts";
import { surnames } from "./surnames.ts";

const historyDays = 730;

/** Deals fictional people out: surnames come round in one shuffled order, so a team never meets one twice. */
const createDealer = (random: Random) => {
  const deck = random.shuffle(surnames);
  const people: DemonstrationPerson[] = [];
  const deal = (): string => {
    const at = people.length;
    const reference = `P${String(at + 1).padStart(4, "0")}`;
    const givenName = givenNames[random.index(givenNames.length)] ?? "Alex";
    people.push({ reference, givenName, surname: deck[at % deck.length] ?? "Archer" });
    return reference;
  };
  return { people, deal };
};

/**
 * Fills the posts: one substantive holder for each that is not vacant, some with a holder before them within
 * two years, and cover or acting holdings where a vacancy names the post that covers it.
 */
export const buildStaff = (
  posts: readonly DemonstrationPost[],
  day: Day,
  random: Random,
): { people: DemonstrationPerson[]; holdings: DemonstrationHolding[] } => {
  const { people, deal } = createDealer(random);
  const holderOf = new Map<string, string>();
  // In team order, so that the deck of surnames is dealt through one team before the next.
  const byTeam = [...posts].sort((a, b) => (a.teamCode < b.teamCode ? -1 : a.teamCode > b.teamCode ? 1 : 0));
  const hold = (postReference: string, personReference: string, from: Day, to: Day | null) => ({
    postReference,
    personReference,
    kind: "substantive" as const,
    from,
    to,
    publicNameOk: random.next() >= 0.02,
    photoOk: random.next() < 0.6,
  });
  const substantive = byTeam.flatMap(({ reference, vacancy }): DemonstrationHolding[] => {
    if (vacancy !== null) {
      return [
        hold(
          reference,
          deal(),
          daysBefore(day, historyDays + random.index(900)),
          daysBefore(vacancy.since, 1),
        ),
      ];
    }
    const person = deal();
    holderOf.set(reference, person);
    if (random.next() >= 0.25) {
      return [hold(reference, person, daysBefore(day, historyDays + random.index(1500)), null)];
    }
    const startedDaysAgo = 40 + random.index(historyDays - 100);
    const gapDays = 1 + random.index(45);
    const before = daysBefore(day, historyDays + random.index(900));
    return [
      hold(reference, deal(), before, daysBefore(day, startedDaysAgo + gapDays)),
      hold(reference, person, daysBefore(day, startedDaysAgo), null),
    ];
  });
  const lent = posts.flatMap(({ reference, kind, vacancy }): DemonstrationHolding[] => {
    const person = holderOf.get(vacancy?.coveredByPostReference ?? "");
    if (vacancy === null || person === undefined) return [];
    const own = substantive.find(({ personReference, to }) => personReference === person && to === null);
    if (own === undefined) return [];
    // Nobody lends themselves before they have started.
    const from = own.from > vacancy.since ? own.from : vacancy.since;
    return [{ ...own, postReference: reference, kind: kind === "sergeant" ? "acting" : "cover", from }];
  });
  return { people, holdings: [...substantive, ...lent] };
};
