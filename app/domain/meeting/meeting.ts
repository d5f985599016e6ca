/** How residents can meet their team. */
export const meetingKinds = ["meeting", "drop-in", "street-briefing", "online", "stall"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingKindWords: Readonly<Record<MeetingKind, string>> = {
  meeting: "Public meeting",
  "drop-in": "Drop-in",
  "street-briefing": "Street briefing",
  online: "Online meeting",
  stall: "Have Your Say stall",
};

export const meetingStates = ["announced", "cancelled", "held", "written-up"] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingStateWords: Readonly<Record<MeetingState, string>> = {
  announced: "Announced",
  cancelled: "Cancelled",
  held: "Held, to be written up",
  "written-up": "Written up",
};

/** What staff do with an announced meeting. */
export type MeetingAct = "cancel" | "hold" | "write-up";

/** A meeting as far as its next state depends on it. */
export interface MeetingFacts {
  state: MeetingState;
  startsAt: Date;
  endsAt: Date;
}

export type MeetingResult = { ok: true; state: MeetingState } | { ok: false; message: string };

const failed = (message: string): MeetingResult => ({ ok: false, message });

/** What a meeting becomes; `text` is the reason of a cancellation, or what was said and decided. */
export function afterMeetingAct(
  { state, startsAt, endsAt }: MeetingFacts,
  act: MeetingAct,
  text: string,
  now: Date,
): MeetingResult {
  const isEmpty = text.trim() === "";
  switch (act) {
    case "cancel":
      if (state !== "announced") return failed("Only a meeting that is still to come can be cancelled");
      // why: one that nobody came to open is cancelled afterwards, and said to be.
      return isEmpty
        ? failed("Enter the reason, as residents will read it")
        : { ok: true, state: "cancelled" };
    case "hold":
      if (state !== "announced") return failed("This meeting is cancelled, or was marked as held already");
      return now < startsAt ? failed("This meeting has not begun yet") : { ok: true, state: "held" };
    case "write-up":
      if (state === "cancelled") return failed("This meeting was cancelled");
      if (now < endsAt) return failed("This meeting is not over yet");
      return isEmpty ? failed("Enter what was said and decided") : { ok: true, state: "written-up" };
  }
}
