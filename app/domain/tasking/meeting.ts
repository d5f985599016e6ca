/** `called` while it is prepared, `open` while it sits, `finished` with its minutes. */
export const taskingMeetingStates = ["called", "open", "finished", "cancelled"] as const;
export type TaskingMeetingState = (typeof taskingMeetingStates)[number];

export const taskingMeetingStateWords: Readonly<Record<TaskingMeetingState, string>> = {
  called: "Called",
  open: "In session",
  finished: "Minutes finished",
  cancelled: "Cancelled",
};

/** What was said of coming, then whether somebody was there. */
export const attendanceStates = ["invited", "coming", "apologies", "present", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const attendanceStateWords: Readonly<Record<AttendanceState, string>> = {
  invited: "Invited",
  coming: "Coming",
  apologies: "Sent apologies",
  present: "Present",
  absent: "Did not come",
};

/** Whether somebody can still say if they come: until it is recorded who was there, or the meeting is over. */
export const mayAnswerInvitation = (meeting: TaskingMeetingState, seat: AttendanceState): boolean =>
  (meeting === "called" || meeting === "open") && seat !== "present" && seat !== "absent";
