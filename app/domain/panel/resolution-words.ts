import type { PanelChoice } from "./motion.ts";
import type { ResolutionFormat, ResolutionKind, ResolutionState } from "./resolution-kinds.ts";

export const resolutionFormatWords: Readonly<Record<ResolutionFormat, string>> = {
  "in-person": "In person",
  online: "Online",
  written: "In writing",
};

export const resolutionStateWords: Readonly<Record<ResolutionState, string>> = {
  open: "Open",
  decided: "Decided",
  inquorate: "No quorum",
};

/** What a meeting is about, in a list of one neighbourhood or of many. */
export const aboutMeeting = ({
  kind,
  cycleNumber,
}: {
  kind: ResolutionKind;
  cycleNumber: number | null;
}): string =>
  ({
    adopt: `Priorities of cycle ${cycleNumber ?? ""}`,
    "confirm-urgent": "An urgent priority",
    "sign-off": "Whether a priority is done",
  })[kind];

/** What the members are asked, as the heading of their page. */
export const questionWords: Readonly<Record<ResolutionKind, string>> = {
  adopt: "Which priorities to adopt",
  "confirm-urgent": "Whether an urgent priority stands",
  "sign-off": "Whether a priority is done",
};

interface MotionWords {
  ask: (title: string) => string;
  choices: Readonly<Record<PanelChoice, string>>;
  voted: Readonly<Record<PanelChoice, string>>;
  carried: string;
  lost: string;
}

const plain = {
  choices: { for: "For", against: "Against", abstain: "Abstain" },
  voted: { for: "You voted for it", against: "You voted against it", abstain: "You abstained" },
} as const;

/** How each kind of motion is put, voted on and told. */
export const motionWords: Readonly<Record<ResolutionKind, MotionWords>> = {
  adopt: { ...plain, ask: (title) => `Adopt “${title}”?`, carried: "Adopted", lost: "Not adopted" },
  "confirm-urgent": {
    ...plain,
    ask: (title) => `Does “${title}” stand as a priority?`,
    carried: "Confirmed",
    lost: "Not confirmed",
  },
  "sign-off": {
    ask: (title) => `Is “${title}” done?`,
    choices: { for: "Yes, sign it off", against: "No, there is more to do", abstain: "Abstain" },
    voted: {
      for: "You voted to sign it off",
      against: "You voted to return it",
      abstain: "You abstained",
    },
    carried: "Signed off",
    lost: "Returned",
  },
};
