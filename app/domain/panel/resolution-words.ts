import type { ResolutionFormat, ResolutionState } from "./resolution-kinds.ts";

export const resolutionFormatWords: Readonly<Record<ResolutionFormat, string>> = {
  "in-person": "In person",
  online: "Online",
  written: "In writing",
};

export const resolutionStateWords: Readonly<Record<ResolutionState, string>> = {
  open: "Open",
  decided: "Decided",
  inquorate: "No quorum",
};
