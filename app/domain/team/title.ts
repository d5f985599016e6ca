import type { PostKind } from "./team.ts";

interface Title {
  short: string;
  long: string;
}

const titles: Record<PostKind, Title> = {
  sergeant: { short: "Sgt", long: "Sergeant" },
  pc: { short: "PC", long: "Police constable" },
  pcso: {
    short: "PCSO",
    long: "Police community support officer",
  },
  special: { short: "Special Constable", long: "Special constable" },
  ranger: { short: "Ranger", long: "Community ranger" },
  warden: { short: "Warden", long: "Neighbourhood warden" },
};

/** The title that stands before a surname: "Sgt", "PC", "PCSO". */
export const titleOf = (kind: PostKind): string => titles[kind].short;

/** The title in full words, for a first mention: "Police community support officer". */
export const longTitleOf = (kind: PostKind): string => titles[kind].long;

/**
 * Whether the post is one of the police family. Rangers and wardens work for partners as a rule, and no page may
 * imply that they have police powers.
 */
export const isPolicePost = (kind: PostKind): boolean => kind !== "ranger" && kind !== "warden";

/** Beat officers: every beat has at least one. Specials are volunteers and counted apart. */
export const isBeatOfficer = (kind: PostKind): boolean => kind === "pc" || kind === "pcso";
