export const threadStates = [
  "received",
  "acknowledged",
  "answered",
  "redirected",
  "closed",
  "reopened",
] as const;
export const threadLevels = ["team", "sergeant", "inspector"] as const;
