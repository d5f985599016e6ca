/**
 * What is written down in a meeting, in the order it was said. Nothing of it is changed: an entry that `replaces`
 * another takes its place in the minutes.
 */
export const taskingEntryKinds = ["note", "decision", "action", "carried", "attendance", "moment"] as const;
export type TaskingEntryKind = (typeof taskingEntryKinds)[number];
