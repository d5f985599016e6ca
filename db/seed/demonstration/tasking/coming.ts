import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import { atHour, between, pick } from "../history/telling.ts";
import type { Random } from "../random.ts";
import type { Coming, ToldAction } from "./told-action.ts";
import { declineReasons, remarks } from "./words.ts";

/** How an action that was just given goes on. */
export type Fate = "as-it-comes" | "waits" | "accepted" | "under-way" | "declined" | "done-soon";

type Told = Pick<ToldAction, "asked" | "dueOn" | "until">;

// How often each end comes, of what is left to chance.
const declinedShare = 0.07;
const lateShare = 0.2;

/** What the agency says, and when, of an action that was given on a day. */
export function comingOf(random: Random, action: Told, givenOn: Day, fate: Fate): Coming[] {
  const answeredOn = addDays(givenOn, between(random, 1, 4));
  const accepted: Coming = {
    at: atHour(answeredOn, 10, random.index(60)),
    to: "accepted",
    words: random.next() < 0.15 ? pick(random, remarks) : null,
  };
  const underWay: Coming = {
    at: atHour(addDays(answeredOn, 2), 9, random.index(60)),
    to: "in-progress",
    words: null,
  };
  const declined: Coming = {
    at: atHour(addDays(givenOn, between(random, 2, 6)), 11, random.index(60)),
    to: "rejected",
    words: pick(random, declineReasons),
  };
  switch (fate) {
    case "waits":
      return [];
    case "accepted":
      return [accepted];
    case "under-way":
      return [accepted, underWay];
    case "declined":
      return [declined];
    case "done-soon":
      return [accepted, doneOn(random, action, givenOn, addDays(givenOn, between(random, 6, 8)))];
    case "as-it-comes": {
      const chance = random.next();
      if (chance < declinedShare) return [declined];
      const isLate = chance > 1 - lateShare;
      const day = addDays(action.dueOn, isLate ? between(random, 4, 24) : between(random, -6, 1));
      const done = doneOn(random, action, givenOn, day);
      const isLong = daysBetween(answeredOn, action.dueOn) > 14;
      return isLong && random.next() < 0.5 ? [accepted, underWay, done] : [accepted, done];
    }
  }
}

/** Done on a day, or before its priority's work ends. */
function doneOn(random: Random, { asked, until }: Told, givenOn: Day, wanted: Day): Coming {
  const earliest = addDays(givenOn, 6);
  const latest = until === null ? wanted : addDays(until, -1);
  const day = wanted > latest ? latest : wanted < earliest ? earliest : wanted;
  return { at: atHour(day, 15, random.index(60)), to: "done", words: asked.result };
}
