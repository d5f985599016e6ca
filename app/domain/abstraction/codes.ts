/** What a code says of the time that bears it. */
export const codeKinds = ["abstraction", "neighbourhood", "unavailable"] as const;
export type CodeKind = (typeof codeKinds)[number];

/**
 * The codes that the rules of this platform know by name. A definition may carry more: what each counts as is its
 * table's to say.
 */
export const codes = [
  "R1",
  "R2",
  "C1",
  "A1",
  "A2",
  "S1",
  "I1",
  "D1",
  "P1",
  "T2",
  "L1",
  "T1",
  "L2",
  "W1",
  "N1",
  "N2",
  "N3",
  "N4",
  "U1",
  "U2",
  "U3",
  "U4",
  "U5",
  "U6",
  "U7",
] as const;
export type Code = (typeof codes)[number];

export const isCode = (value: unknown): value is Code =>
  typeof value === "string" && (codes as readonly string[]).includes(value);

/** One line of a definition's table: `countsA` in the rate of the promise, `countsB` in the rate others compare. */
export interface CodeRule {
  code: Code;
  words: string;
  kind: CodeKind;
  countsA: boolean;
  countsB: boolean;
  note: string;
}

/** Response cover: it alone asks for the team, its minimum and how many it had. */
export const responseCover: Code = "R1";
/** Neighbourhood duty in a neighbourhood that is not the post's own: lent, no abstraction. */
export const lent: Code = "N2";
/** Emergency help on sight: beyond so many minutes it is directed response. */
export const helpOnSight: Code = "N3";
export const mostHelpMinutes = 60;
export const directedResponse: Code = "R2";
/** An attachment: after so many days the post is vacant. */
export const attachment: Code = "P1";
export const attachmentDays = 28;
/** An attachment begun again within so many days is the same one. */
export const attachmentGapDays = 7;

const rule = (
  code: Code,
  words: string,
  kind: CodeKind,
  [countsA, countsB]: readonly [boolean, boolean],
  note = "",
): CodeRule => ({ code, words, kind, countsA, countsB, note });

const both = [true, true] as const;
const onlyB = [false, true] as const;
const neither = [false, false] as const;

/** The table of the first definition, as every database begins with it. */
export const firstCodeTable: readonly CodeRule[] = [
  rule(
    "R1",
    "Response minimum-staffing cover",
    "abstraction",
    both,
    "Names the team, its minimum and its actual strength",
  ),
  rule(
    "R2",
    "Directed response to calls outside the plan",
    "abstraction",
    both,
    "Help on sight in the own neighbourhood is N3",
  ),
  rule("C1", "Custody, constant observation, hospital guard, prisoner transport", "abstraction", both),
  rule(
    "A1",
    "Aid inside the force, outside the own neighbourhood",
    "abstraction",
    both,
    "Events, public order, football",
  ),
  rule("A2", "Mutual aid to another force", "abstraction", both),
  rule("S1", "Scene guard, search, missing person or house-to-house for others", "abstraction", both),
  rule("I1", "Investigation or prisoner work not from a neighbourhood priority", "abstraction", both),
  rule("D1", "Front counter, control room or contact centre cover", "abstraction", both),
  rule(
    "P1",
    "Attached or acting elsewhere, up to 28 days",
    "abstraction",
    both,
    "After 28 days the post is vacant",
  ),
  rule("T2", "Training not for the SNT role", "abstraction", both),
  rule("L1", "Court or tribunal not from neighbourhood work", "abstraction", both),
  rule("T1", "Training for the SNT role", "abstraction", onlyB, "Modules, PCSO course, mandatory refreshers"),
  rule("L2", "Court arising from own neighbourhood work", "abstraction", onlyB),
  rule("W1", "Occupational health or statutory staff-association duty", "abstraction", onlyB),
  rule(
    "N1",
    "Neighbourhood duty, own neighbourhood",
    "neighbourhood",
    neither,
    "What a duty is when nothing else is logged",
  ),
  rule(
    "N2",
    "Neighbourhood duty in another neighbourhood",
    "neighbourhood",
    neither,
    "Shown as lent by the own neighbourhood",
  ),
  rule(
    "N3",
    "Emergency help on sight in own neighbourhood, up to 60 minutes",
    "neighbourhood",
    neither,
    "Beyond 60 minutes it is R2",
  ),
  rule(
    "N4",
    "Partnership meeting, consultation, school, supervision, briefing, review",
    "neighbourhood",
    neither,
  ),
  rule("U1", "Annual leave", "unavailable", neither),
  rule("U2", "Rest day", "unavailable", neither),
  rule("U3", "Sickness", "unavailable", neither),
  rule("U4", "Parental leave", "unavailable", neither),
  rule("U5", "Time off in lieu", "unavailable", neither),
  rule("U6", "Suspension", "unavailable", neither),
  rule("U7", "Career break or other approved absence", "unavailable", neither),
];
