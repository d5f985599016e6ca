/** What a panel resolves: which candidates to adopt, or whether an urgent priority stands. */
export const resolutionKinds = ["adopt", "confirm-urgent"] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

export const resolutionFormats = ["in-person", "online", "written"] as const;
export type ResolutionFormat = (typeof resolutionFormats)[number];

/** `inquorate`: it ended without enough members, and another is called. */
export const resolutionStates = ["open", "decided", "inquorate"] as const;
export type ResolutionState = (typeof resolutionStates)[number];
