export const panelChoices = ["for", "against", "abstain"] as const;
export const resolutionFormats = ["in-person", "online", "written"] as const;
export const resolutionKinds = ["adopt", "confirm-urgent"] as const;
export const resolutionStates = ["open", "decided", "inquorate"] as const;
