import type { CarriedOutcome } from "#app/domain/tasking/action.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { pick } from "../history/telling.ts";
import { comingOf } from "./coming.ts";
import { ownerOf } from "./give.ts";
import { agencyId, isPolice, recorderOf, type GroupTelling } from "./telling.ts";
import { advance, takeStep, type ToldAction } from "./told-action.ts";
import { givenOnNotes, goesOnNotes, withdrawnReasons } from "./words.ts";

interface Outcome {
  outcome: CarriedOutcome;
  note: string;
}

const moreDays = [14, 21, 28] as const;
const withdrawnShare = 0.05;
const leastDaysLeft = 9;

/** What a meeting finds of an action that was carried to it, and does with it. */
export function carryAction(telling: GroupTelling, action: ToldAction, at: Date, isLast: boolean): Outcome {
  const { random } = telling;
  advance(action, at);
  const day = londonDay(at);
  const isShort = action.until !== null && action.until < addDays(day, leastDaysLeft);
  switch (action.state) {
    case "done":
      return { outcome: "done", note: "Done. The result was read out." };
    case "withdrawn":
      return { outcome: "withdrawn", note: action.result ?? "" };
    case "rejected":
      return isShort || random.next() < 0.35
        ? withdraw(telling, action, at)
        : giveOn(telling, action, at, day);
    case "assigned":
    case "accepted":
    case "in-progress":
      return !isLast && action.priority === null && random.next() < withdrawnShare
        ? withdraw(telling, action, at)
        : goOn(telling, action, at, day);
  }
}

function withdraw(telling: GroupTelling, action: ToldAction, at: Date): Outcome {
  const note = pick(telling.random, withdrawnReasons);
  action.coming = [];
  takeStep(action, { at, to: "withdrawn", words: note, by: recorderOf(telling) });
  return { outcome: "withdrawn", note };
}

/** To the police, or from them to the first partner: somebody with the powers or the people. */
function giveOn(telling: GroupTelling, action: ToldAction, at: Date, day: Day): Outcome {
  const { random, group } = telling;
  const note = pick(random, givenOnNotes);
  const other = isPolice(action.agencyCode) ? (group.slug ?? "derbyshire-county") : "police";
  action.agencyCode = other;
  action.agencyId = agencyId(other);
  action.position = isPolice(other) ? "Sergeant of the SNT" : "Community safety officer";
  action.ownerId = ownerOf(telling, other, action.number);
  action.dueOn = laterDay(telling, action, day);
  takeStep(action, { at, to: "assigned", words: note, by: recorderOf(telling) });
  const coming = comingOf(random, action, day, "as-it-comes");
  // Nobody declines what was given on to them.
  action.coming = coming.some(({ to }) => to === "rejected")
    ? comingOf(random, action, day, "done-soon")
    : coming;
  return { outcome: "given-on", note };
}

function goOn(telling: GroupTelling, action: ToldAction, at: Date, day: Day): Outcome {
  if (action.dueOn > addDays(day, 3)) return { outcome: "goes-on", note: "It goes on as planned." };
  const note = pick(telling.random, goesOnNotes);
  action.dueOn = laterDay(telling, action, day);
  takeStep(action, { at, to: action.state, words: note, by: recorderOf(telling) });
  return { outcome: "goes-on", note };
}

function laterDay({ random }: GroupTelling, { until }: ToldAction, day: Day): Day {
  const later = addDays(day, pick(random, moreDays));
  if (until === null || later < addDays(until, -1)) return later;
  const last = addDays(until, -2);
  return last > day ? last : day;
}
