/** What a panel resolves: which candidates to adopt, whether an urgent priority stands, or whether a priority is done. */
export const resolutionKinds = ["adopt", "confirm-urgent", "sign-off"] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

export const resolutionFormats = ["in-person", "online", "written"] as const;
export type ResolutionFormat = (typeof resolutionFormats)[number];

/** `inquorate`: it ended without enough members, and another is called. */
export const resolutionStates = ["open", "decided", "inquorate"] as const;
export type ResolutionState = (typeof resolutionStates)[number];
