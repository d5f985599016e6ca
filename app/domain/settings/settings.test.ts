import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cycleDaysOf,
  defaultSettings,
  isSettingName,
  isSettingValue,
  readSettings,
  settingDefinitions,
  settingNames,
  type SettingName,
} from "./settings.ts";

describe("the defaults are the figures of the field", () => {
  test.each<[SettingName, number]>([
    ["triageWorkingDays", 2],
    ["appealWorkingDays", 5],
    ["threadHours", 72],
    ["mostChoices", 3],
    ["mostOpenPriorities", 3],
    ["lowParticipationBallots", 20],
    ["fewestCandidates", 3],
    ["mostCandidates", 10],
    ["quorumLeast", 4],
    ["quorumPercent", 40],
    ["fewestPanelMembers", 8],
    ["mostPanelMembers", 15],
    ["writtenVoteDays", 7],
    ["urgentLapseDays", 28],
    ["bcuReviewDays", 14],
    ["interimCycles", 2],
    ["planDays", 14],
    ["keyDestroyedDays", 90],
    ["callBackPercent", 5],
  ])("%s is %i", (name, value) => {
    expect(defaultSettings[name]).toBe(value);
  });

  test("a cycle takes 91 days", () => {
    const { raisingDays, researchDays, shortlistDays, votingDays, panelDays, liveDays, reviewDays } =
      defaultSettings;
    expect([raisingDays, researchDays, shortlistDays, votingDays, panelDays, liveDays, reviewDays]).toEqual([
      28, 7, 4, 17, 7, 21, 7,
    ]);
    expect(raisingDays + researchDays + shortlistDays + votingDays + panelDays + liveDays + reviewDays).toBe(
      91,
    );
  });
});

describe("the table", () => {
  test.each(settingNames)("%s: its default can stand, and its words can be read", (name) => {
    const { default: standard, words, unit } = settingDefinitions[name];
    expect(isSettingValue(name, standard)).toBe(true);
    expect(words).toMatch(/^[A-Z]/);
    expect(unit).not.toBe("");
  });

  test.each<[SettingName, SettingName]>([
    ["fewestCandidates", "mostCandidates"],
    ["fewestPanelMembers", "mostPanelMembers"],
    ["feedbackQuorumLeast", "feedbackQuorumMost"],
  ])("%s can never exceed %s", (least, most) => {
    expect(settingDefinitions[least].maximum).toBeLessThanOrEqual(settingDefinitions[most].minimum);
  });

  test("a name of every object is no setting", () => {
    expect(isSettingName("constructor")).toBe(false);
  });
});

describe("what is stored", () => {
  test.each([
    ["a figure within its bounds", 5, 5],
    ["the smallest", 1, 1],
    ["below the smallest", 0, 3],
    ["above the greatest", 6, 3],
    ["half a choice", 2.5, 3],
    ["a text", "4", 3],
    ["nothing", null, 3],
    ["no number", Number.NaN, 3],
  ])("most choices, %s", (_, stored, expected) => {
    expect(readSettings(new Map([["mostChoices", stored]])).mostChoices).toBe(expected);
  });

  test("an unknown name changes nothing", () => {
    expect(readSettings(new Map([["constructor", 1]]))).toEqual(defaultSettings);
  });

  test("whatever is stored, every setting is within its bounds", () => {
    const stored = fc.array(fc.tuple(fc.constantFrom(...settingNames), fc.anything()));
    fc.assert(
      fc.property(stored, (entries) => {
        const settings = readSettings(new Map(entries));
        return settingNames.every((name) => isSettingValue(name, settings[name]));
      }),
    );
  });
});

test("a cycle of the default settings lasts 91 days", () => {
  expect(cycleDaysOf(defaultSettings)).toBe(91);
});
