export const meetingKinds = ["meeting", "drop-in", "street-briefing", "online", "stall"] as const;
export const meetingStates = ["announced", "cancelled", "held", "written-up"] as const;
