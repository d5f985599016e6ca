import { settingNames, type SettingName } from "./settings.ts";

const beginnings: readonly { heading: string; first: SettingName }[] = [
  { heading: "Concerns and messages", first: "triageWorkingDays" },
  { heading: "Stages of a cycle", first: "raisingDays" },
  { heading: "Shortlist and vote", first: "fewestCandidates" },
  { heading: "Panel", first: "fewestPanelMembers" },
  { heading: "Priorities", first: "acceptanceDays" },
  { heading: "Feedback and sign-off", first: "feedbackDays" },
];

/** Every figure once, under the heading that it stands below, in the order of the table. */
export const settingGroups: readonly { heading: string; names: readonly SettingName[] }[] = beginnings.map(
  ({ heading, first }, index) => {
    const next = beginnings[index + 1]?.first;
    const end = next === undefined ? settingNames.length : settingNames.indexOf(next);
    return { heading, names: settingNames.slice(settingNames.indexOf(first), end) };
  },
);
