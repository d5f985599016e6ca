export const batchStates = ["open", "keyed", "differing", "checked"] as const;
