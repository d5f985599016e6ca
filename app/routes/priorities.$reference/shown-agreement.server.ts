import { dayInWords } from "#app/domain/account/day-words.ts";
import { shownPoll } from "#app/domain/feedback/shown-poll.ts";
import { motionInWords } from "#app/domain/panel/motion.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { recurrenceUntil } from "#app/domain/priority/take-step.ts";
import { verdictOf } from "#app/domain/priority/verdict.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { PublicRound, PublicSignOff } from "#db/queries/public-sign-off.ts";

interface Facts {
  state: PriorityState;
  rounds: readonly PublicRound[];
  signOffs: readonly PublicSignOff[];
  /** Each step of the priority, the first first. */
  steps: readonly { at: Date; to: PriorityState; line: string }[];
  figures: Settings;
  today: Day;
}

const repliesNeeded = (quorum: number) => `${quorum} ${quorum === 1 ? "reply is" : "replies are"} needed.`;

function shownRound(round: PublicRound, figures: Settings) {
  const { kind, opensOn, closesOn, isExtended, outreach, quorum } = round;
  const asked = `${dayInWords(opensOn)} to ${dayInWords(closesOn)}`;
  const poll = shownPoll(round, figures);
  const question = kind === "lasting" ? "Has it lasted?" : "Is it solved?";
  return {
    on: closesOn,
    heading: poll === null ? `${question} Asked from ${asked}` : `${question} What residents said, ${asked}`,
    sentences: [
      ...(isExtended ? ["Few had answered by the first last day, so people were asked for longer."] : []),
      ...(outreach === null ? [] : [outreach]),
      ...(poll === null
        ? [`${repliesNeeded(quorum)} Nobody sees how people answered before the last day.`]
        : []),
    ],
    poll,
  };
}

function shownMeeting({
  state,
  heldOn,
  membersTotal,
  quorum,
  present,
  isCarried,
  reason,
  ...votes
}: PublicSignOff) {
  const day = dayInWords(heldOn);
  if (state === "open")
    return {
      on: heldOn,
      heading: "The panel",
      sentences: [`The panel meets about it on ${day}.`],
      poll: null,
    };
  const tookPart = `${present ?? 0} of ${membersTotal} members took part and ${quorum} were needed`;
  if (state === "inquorate")
    return {
      on: heldOn,
      heading: `The panel, ${day}`,
      sentences: [`${tookPart}, so nothing was decided.`],
      poll: null,
    };
  const motion = motionInWords({
    for: votes.votesFor ?? 0,
    against: votes.votesAgainst ?? 0,
    abstain: votes.abstentions ?? 0,
  });
  return {
    on: heldOn,
    heading: `The panel, ${day}`,
    sentences: [
      `${tookPart}: ${motion}.`,
      `${isCarried === true ? "The panel signed it off" : "The panel returned it"}: ${reason ?? "no reason is on record"}`,
    ],
    poll: null,
  };
}

const endings: readonly PriorityState[] = [
  "signed-off",
  "closed-without-signoff",
  "lapsed",
  "declined-by-force",
];
const why: readonly PriorityState[] = ["closed-without-signoff", "returned", "recurred"];

/** Whether residents agreed: the verdict, then each round of asking and each meeting of the panel in their order. */
export function shownAgreement({ state, rounds, signOffs, steps, figures, today }: Facts) {
  const asked = rounds.filter(({ kind }) => kind === "sign-off");
  const isOpen = (round: PublicRound) => round.closedAt === null && round.closesOn >= today;
  const open = rounds.find(isOpen) ?? null;
  const lastStep = (states: readonly PriorityState[]) => steps.findLast(({ to }) => states.includes(to));
  const end = endings.includes(state) ? lastStep([state]) : undefined;
  const endedOn = end === undefined ? null : londonDay(end.at);
  const again = lastStep(["returned", "recurred"])?.to;
  return {
    ...verdictOf({
      state,
      isFewReplies: asked.findLast(({ closedAt }) => closedAt !== null)?.isFewReplies === true,
      again: again === "returned" || again === "recurred" ? again : null,
      askedUntil: open?.closesOn ?? null,
      endedOn,
    }),
    /** The public line of the step that led here. */
    why: why.includes(state) ? (lastStep([state])?.line ?? null) : null,
    open: open === null ? null : { until: dayInWords(open.closesOn), isLasting: open.kind === "lasting" },
    entries: [...rounds.map((round) => shownRound(round, figures)), ...signOffs.map(shownMeeting)].sort(
      (one, other) => one.on.localeCompare(other.on),
    ),
    /** Until when it can be opened again, where it was signed off. */
    canRecurUntil:
      state === "signed-off" &&
      endedOn !== null &&
      recurrenceUntil(endedOn, figures.recurrenceMonths) >= today
        ? dayInWords(recurrenceUntil(endedOn, figures.recurrenceMonths))
        : null,
  };
}

export type ShownAgreement = ReturnType<typeof shownAgreement>;
