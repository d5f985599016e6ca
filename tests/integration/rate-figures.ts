import {
  abstractionMonthCodes,
  abstractionMonthHours,
  abstractionMonths,
  responseTeams,
} from "#db/schema/abstraction.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
import type { PeopleTest } from "./people-force.ts";

const hour = 60 * sharesOfMinute;

export const october: Month = "2026-10-01";
export const september = addMonths(october, -1);

interface Hours {
  duty: number;
  a: number;
  b?: number;
  posts?: number;
  version?: number;
  isSpecial?: boolean;
  /** Of a hundred duties. */
  confirmed?: number;
}

/** A month of a neighbourhood in whole hours, of which all of `a` was unauthorised and a hundredth of duty lent. */
export const figure = (
  { id }: Pick<PeopleTest, "id">,
  code: string,
  month: Month,
  { duty, a, b = a, posts = 3, version = 1, isSpecial = false, confirmed = 100 }: Hours,
) => ({
  neighbourhoodId: id(code),
  month,
  version,
  isSpecial,
  posts: posts * sharesOfMinute,
  established: 2 * duty * hour,
  duty: duty * hour,
  unavailable: 0,
  abstractedA: a * hour,
  abstractedB: b * hour,
  exempt: 0,
  unauthorised: a * hour,
  lent: (duty / 100) * hour,
  duties: 100 * sharesOfMinute,
  confirmed: confirmed * sharesOfMinute,
});

/**
 * October and September of the small force. The mean trap stands in team T1: n1 has 5%, n2 50%, together 48 of 240
 * hours, which is 20.0% and not 27.5%.
 */
export async function fillRates(force: PeopleTest): Promise<void> {
  const { db, id } = force;
  await db
    .insert(abstractionMonths)
    .values([
      figure(force, "n1", october, { duty: 160, a: 8, b: 16 }),
      figure(force, "n2", october, { duty: 80, a: 40, posts: 1 }),
      figure(force, "n3", october, { duty: 400, a: 10, b: 20 }),
      figure(force, "n4", october, { duty: 360, a: 20 }),
      figure(force, "n4", october, { duty: 50, a: 50, isSpecial: true }),
      figure(force, "n1", september, { duty: 100, a: 10 }),
      figure(force, "n3", september, { duty: 100, a: 4, confirmed: 90 }),
    ]);
  await db.insert(responseTeams).values({ id: id("response"), code: "D", name: "D relief", minimum: 8 });
  const of = { month: october, version: 1, isSpecial: false };
  const minutes = (hours: number) => ({ minutes: hours * hour, entries: 1 });
  await db.insert(abstractionMonthCodes).values([
    { ...of, neighbourhoodId: id("n1"), code: "C1", ...minutes(8) },
    { ...of, neighbourhoodId: id("n1"), code: "T1", ...minutes(8) },
    { ...of, neighbourhoodId: id("n2"), code: "R1", responseTeam: id("response"), ...minutes(40) },
    { ...of, neighbourhoodId: id("n3"), code: "A1", ...minutes(10) },
    { ...of, neighbourhoodId: id("n4"), code: "C1", ...minutes(20) },
  ]);
  await db.insert(abstractionMonthHours).values([
    { ...of, neighbourhoodId: id("n2"), hour: 5 * 24 + 21, minutes: 40 * hour },
    { ...of, neighbourhoodId: id("n1"), hour: 0, minutes: 8 * hour },
  ]);
}
