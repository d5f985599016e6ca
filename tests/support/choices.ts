import { createHash } from "node:crypto";
import { referenceOf } from "#app/domain/reference/reference.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import {
  candidates,
  concerns,
  concernTexts,
  cycleEvents,
  cycleExtensions,
  cycles,
  priorities,
  priorityEvents,
  resolutionItems,
  resolutions,
  tallies,
} from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

/** Stands in what residents said in their own words: wherever it shows, they were published. */
export const canary = "Zebrafinch";

const cycleDays = 91;
const ballots = 64;
const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`);

const published = `choices\r\n${Array<string>(38).fill("1 2\r\n").join("")}${Array<string>(26).fill("2\r\n").join("")}`;

/** What one neighbourhood chose in `count` cycles: all are closed but the last, in which residents vote today. */
function choicesOf(neighbourhoodId: string, place: number, count: number, today: Day) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const id = (noun: string, number: number, part = 0) => seedId(noun, `${neighbourhoodId}-${number}-${part}`);
  const rounds = numbers.map((number) => {
    const startsOn = addDays(today, (number - count) * cycleDays - 45);
    return { number, startsOn, isLast: number === count, at: atNoon(addDays(startsOn, 60)) };
  });
  const over = rounds.filter(({ isLast }) => !isLast);
  return {
    cycles: rounds.map(({ number, startsOn, isLast, at }) => ({
      id: id("cycle", number),
      neighbourhoodId,
      number,
      stage: isLast ? ("voting" as const) : ("closed" as const),
      startsOn,
      raisingEndsOn: addDays(startsOn, 27),
      researchEndsOn: addDays(startsOn, 34),
      shortlistingEndsOn: addDays(startsOn, 38),
      votingEndsOn: addDays(startsOn, 55),
      panelEndsOn: addDays(startsOn, 62),
      liveEndsOn: addDays(startsOn, 83),
      reviewingEndsOn: addDays(startsOn, 90),
      changedAt: at,
    })),
    extensions: over.map(({ number, at }) => ({
      cycleId: id("cycle", number),
      stage: "voting" as const,
      extraDays: 2,
      reason: "Snow kept people at home.",
      at,
    })),
    cycleEvents: over.map(({ number, at }) => ({
      cycleId: id("cycle", number),
      at,
      from: "voting" as const,
      to: "panel" as const,
      line: "Voting closed.",
    })),
    candidates: rounds.flatMap(({ number, at, isLast }) =>
      ["Speeding by the school", "Drinking in the park", "Parking on pavements"].map((title, index) => ({
        id: id("candidate", number, index),
        cycleId: id("cycle", number),
        number: index + 1,
        category: "speeding" as const,
        title,
        statement: `${title} worries people here.`,
        raisers: 9 - index,
        scoreSupport: isLast ? null : 3,
        scoreEvidence: 3,
        scoreHarm: 2,
        scoreUnderHeard: 2,
        scoreChangeable: 2,
        scoreNotInHand: 1,
        isShortlisted: index < 2,
        leftOffReason: index < 2 ? null : "The council paints lines there this month.",
        changedAt: at,
      })),
    ),
    tallies: over.map(({ number, at }) => ({
      cycleId: id("cycle", number),
      certifiedAt: at,
      counted: ballots,
      quarantined: 2,
      isLowParticipation: false,
      result: {
        modes: { online: 50, paper: 10, phone: 4, assisted: 0 },
        rows: [0, 1].map((index) => ({
          id: id("candidate", number, index),
          number: index + 1,
          votes: index === 0 ? 38 : 33,
          votesWithQuarantined: index === 0 ? 40 : 33,
          rank: index + 1,
          tiedWith: [],
          tieBrokenBy: null,
        })),
        batches: { checked: 1, leftOut: [], deciding: [] },
        needsPanelNote: false,
      },
      published,
      seal: createHash("sha256").update(published).digest("hex"),
    })),
    resolutions: over.map(({ number, startsOn, at }) => ({
      id: id("resolution", number),
      neighbourhoodId,
      cycleId: id("cycle", number),
      kind: "adopt" as const,
      format: "in-person" as const,
      state: "decided" as const,
      heldOn: addDays(startsOn, 60),
      membersTotal: 12,
      quorum: 5,
      present: 6,
      motion: "To adopt what most people chose.",
      openedAt: at,
      closesAt: at,
      decidedAt: at,
    })),
    items: over.flatMap(({ number }) =>
      [0, 1].map((index) => ({
        id: id("item", number, index),
        resolutionId: id("resolution", number),
        candidateId: id("candidate", number, index),
        place: index + 1,
        isMoved: index === 0,
        ...(index === 0
          ? {
              problem: "Cars pass the school too fast.",
              voteWords: "38 of 64 ballots.",
              evidence: "Two sources show it.",
              whyOverOthers: "Children are at risk.",
              success: "Cars keep to 20.",
              votesFor: 4,
              votesAgainst: 1,
              abstentions: 1,
              isCarried: true,
            }
          : { votesFor: 0, votesAgainst: 0, abstentions: 0 }),
      })),
    ),
    priorities: over.map(({ number, startsOn, at }) => {
      const slot = number - (count - 4);
      return {
        id: id("priority", number),
        reference: referenceOf("priority", place * 100 + number),
        neighbourhoodId,
        origin: "community-cycle" as const,
        state: slot >= 1 ? ("in-progress" as const) : ("closed-without-signoff" as const),
        slot: slot >= 1 ? slot : null,
        category: "speeding" as const,
        title: `Speeding by the school, round ${number}`,
        statement: "Cars pass the school too fast.",
        cycleId: id("cycle", number),
        candidateId: id("candidate", number, 0),
        resolutionItemId: id("item", number, 0),
        adoptedOn: addDays(startsOn, 60),
        acceptedAt: at,
        changedAt: at,
      };
    }),
    priorityEvents: over.flatMap(({ number, at }) =>
      (["adopted", "in-progress"] as const).map((to, index) => ({
        priorityId: id("priority", number),
        at: new Date(at.getTime() + index * 3_600_000),
        to,
        line: index === 0 ? "The panel adopted this as a priority." : "The inspector accepted this priority.",
      })),
    ),
  };
}

const concernsOf = (neighbourhoodId: string, place: number, at: Date) =>
  [0, 1].map((index) => ({
    id: seedId("concern", `${neighbourhoodId}-${index}`),
    reference: referenceOf("concern", place * 10 + index),
    neighbourhoodId,
    category: "parking" as const,
    source: "online" as const,
    state: index === 0 ? ("published-candidate" as const) : ("submitted" as const),
    raisedAt: at,
    triageDueAt: at,
    raisers: 4,
    changedAt: at,
    ...(index === 0
      ? {
          publicTitle: "Cars on the pavement",
          publicSummary: "Cars stand on the pavement of the high street.",
          publishedAt: at,
        }
      : {}),
  }));

/** Two years or so of choosing in each of some neighbourhoods, straight into the tables. */
export async function fillChoices(
  db: Db,
  neighbourhoodIds: readonly string[],
  { cyclesEach, today }: { cyclesEach: number; today: Day },
): Promise<void> {
  for (const [place, neighbourhoodId] of neighbourhoodIds.entries()) {
    const made = choicesOf(neighbourhoodId, place, cyclesEach, today);
    await db.insert(cycles).values(made.cycles);
    await db.insert(cycleExtensions).values(made.extensions);
    await db.insert(cycleEvents).values(made.cycleEvents);
    await db.insert(candidates).values(made.candidates);
    await db.insert(tallies).values(made.tallies);
    await db.insert(resolutions).values(made.resolutions);
    await db.insert(resolutionItems).values(made.items);
    await db.insert(priorities).values(made.priorities);
    await db.insert(priorityEvents).values(made.priorityEvents);
    const raised = concernsOf(neighbourhoodId, place, atNoon(today));
    await db.insert(concerns).values(raised);
    await db
      .insert(concernTexts)
      .values(raised.map(({ id }) => ({ concernId: id, words: `${canary} says so.`, placeWords: canary })));
  }
}
