import { describe, expect, test } from "vitest";
import {
  attendanceInWords,
  mayTakePart,
  problemsOfGuest,
  stateAtDoor,
  whyNotPresent,
  type AtTheDoor,
} from "./door.ts";
import type { AttendanceState } from "./meeting.ts";

const council: AtTheDoor = { agency: "A council", agencyKind: "district", hasAgreement: true };
const lapsed: AtTheDoor = { ...council, hasAgreement: false };
const police: AtTheDoor = { agency: "The force", agencyKind: "police", hasAgreement: false };

describe("at the door", () => {
  test.each([
    ["a partner with an agreement", council, true, true, null],
    ["a partner without one", lapsed, true, false, "no information-sharing agreement"],
    ["a partner without one or a declaration", lapsed, false, false, "no information-sharing agreement"],
    ["a partner who has not declared", council, false, true, "declaration comes first"],
    ["an officer", police, true, true, null],
    ["an officer who has not declared", police, false, true, "declaration comes first"],
  ])("%s", (_, person, isDeclared, takesPart, why) => {
    expect(mayTakePart(person)).toBe(takesPart);
    const said = whyNotPresent(person, isDeclared);
    if (why === null) expect(said).toBeNull();
    else expect(said).toContain(why);
  });

  test.each<[string, Parameters<typeof problemsOfGuest>, string[]]>([
    ["whole", [{ name: "Jo", position: "Officer" }, council, true], []],
    ["nameless", [{ name: " ", position: "" }, council, true], ["name", "position"]],
    ["for another meeting", [{ name: "Jo", position: "MARAC coordinator" }, council, true], ["position"]],
    ["of no agency", [{ name: "Jo", position: "Officer" }, null, true], ["agencyId"]],
    ["of an agency without agreement", [{ name: "Jo", position: "Officer" }, lapsed, true], ["agencyId"]],
    ["undeclared", [{ name: "Jo", position: "Officer" }, council, false], ["declared"]],
  ])("a guest: %s", (_, asked, fields) => {
    expect(problemsOfGuest(...asked).map(({ field }) => field)).toEqual(fields);
  });

  test.each<[stored: AttendanceState, was: AttendanceState, state: AttendanceState, AttendanceState | null]>([
    ["invited", "invited", "present", "present"],
    ["present", "invited", "invited", "present"],
    ["apologies", "coming", "coming", "apologies"],
    ["present", "invited", "present", "present"],
    ["present", "invited", "absent", null],
    ["apologies", "coming", "present", null],
  ])("stored %s, drawn %s, sent %s", (stored, was, state, after) => {
    expect(stateAtDoor(stored, { was, state })).toBe(after);
  });

  test("the list in words", () => {
    expect(attendanceInWords([])).toBe("Attendance: 0 present.");
    expect(attendanceInWords(["present", "present", "apologies", "absent", "coming"])).toBe(
      "Attendance: 2 present, 1 sent apologies, 1 did not come.",
    );
  });
});
