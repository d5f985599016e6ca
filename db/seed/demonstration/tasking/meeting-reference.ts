import type { ToldGroup } from "./groups.ts";
import { numberedReference } from "./numbered-reference.ts";

const mostOfAGroup = 64;

/** The reference of a meeting of a group; no other has it. */
export const meetingReference = ({ index }: Pick<ToldGroup, "index">, number: number): string =>
  numberedReference("taskingMeeting", index * mostOfAGroup + number);
