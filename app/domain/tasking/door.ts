import type { FieldError } from "#app/domain/account/change.ts";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import { attendanceStateWords, type AttendanceState } from "./meeting.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

/** What the door can say of somebody. */
export const doorStates = [
  "invited",
  "coming",
  "apologies",
  "present",
  "absent",
] as const satisfies readonly AttendanceState[];

/** Somebody at the door, as the platform knows them. */
export interface AtTheDoor {
  agency: string;
  agencyKind: AgencyKind;
  /** Whether an agreement of their agency's covers this group's work today. */
  hasAgreement: boolean;
}

/** Whether somebody may take part in restricted items: the police need no agreement with themselves. */
export const mayTakePart = ({ agencyKind, hasAgreement }: AtTheDoor): boolean =>
  agencyKind === "police" || hasAgreement;

/** Why somebody cannot be recorded as present; null where they can. */
export function whyNotPresent(person: AtTheDoor, isDeclared: boolean): string | null {
  if (!mayTakePart(person))
    return `${person.agency} has no information-sharing agreement that holds today: nobody of it may take part in restricted items`;
  return isDeclared
    ? null
    : "The confidentiality declaration comes first: it is made at the door or on their own page";
}

/**
 * What the door makes of somebody: nothing new where its page did not change them, whatever was recorded since it was
 * drawn; null where somebody else recorded something else meanwhile.
 */
export const stateAtDoor = (
  stored: AttendanceState,
  { was, state }: { was: AttendanceState; state: AttendanceState },
): AttendanceState | null => {
  if (state === was || state === stored) return stored;
  return stored === was ? state : null;
};

/** What is said of somebody whom two doorkeepers, or a doorkeeper and they themselves, found differently. */
export const changedMeanwhile = (stored: AttendanceState): string =>
  `Somebody recorded “${attendanceStateWords[stored]}” meanwhile. Choose what is right, then record who came again`;

/** What is wrong with a guest who is let in. */
export function problemsOfGuest(
  { name, position }: { name: string; position: string },
  person: AtTheDoor | null,
  isDeclared: boolean,
): FieldError[] {
  const problems: FieldError[] = [];
  if (name.trim() === "") problems.push({ field: "name", message: "Enter the guest’s name" });
  if (position.trim() === "")
    problems.push({ field: "position", message: "Enter what the guest’s position is" });
  for (const message of problemsOfTaskingWords(position)) problems.push({ field: "position", message });
  if (person === null)
    problems.push({ field: "agencyId", message: "Choose the agency that the guest is from" });
  else if (!mayTakePart(person))
    problems.push({ field: "agencyId", message: whyNotPresent(person, isDeclared) ?? "" });
  if (!isDeclared)
    problems.push({
      field: "declared",
      message: "Confirm that the guest made the confidentiality declaration",
    });
  return problems;
}

/** "5 present, 1 sent apologies": how the list of a meeting stands in its minutes. */
export function attendanceInWords(states: readonly AttendanceState[]): string {
  const count = (wanted: AttendanceState) => states.filter((state) => state === wanted).length;
  const said = [
    `${count("present")} present`,
    ...(count("apologies") > 0 ? [`${count("apologies")} sent apologies`] : []),
    ...(count("absent") > 0 ? [`${count("absent")} did not come`] : []),
  ];
  return `Attendance: ${said.join(", ")}.`;
}
