/** What a group meets for. The internal delivery group and the external board meet as the others do. */
export const taskingLevels = ["local", "tactical", "strategic", "delivery", "board"] as const;
export type TaskingLevel = (typeof taskingLevels)[number];

export const taskingLevelWords: Readonly<Record<TaskingLevel, string>> = {
  local: "Local joint tasking",
  tactical: "BCU tactical tasking and co-ordination",
  strategic: "Joint strategic tasking and co-ordination",
  delivery: "Delivery group",
  board: "External board",
};

/** Levels whose group covers the whole force; the others cover neighbourhoods. */
const forceLevels: readonly TaskingLevel[] = ["strategic", "delivery", "board"];

export const isForceLevel = (level: TaskingLevel): boolean => forceLevels.includes(level);
