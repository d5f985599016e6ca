/** A figure that a force may set for itself: whole numbers only. */
export interface SettingDefinition {
  default: number;
  /** What it counts, as it follows the number. */
  unit: string;
  minimum: number;
  maximum: number;
  /** What it is, in front of the number. */
  words: string;
}

const figure =
  (unit: string) =>
  (standard: number, minimum: number, maximum: number, words: string): SettingDefinition => ({
    default: standard,
    unit,
    minimum,
    maximum,
    words,
  });

const workingDays = figure("working days");
const days = figure("days");
const hours = figure("hours");
const share = figure("per cent");
const members = figure("members");
const candidates = figure("candidates");
const replies = figure("replies");

/**
 * Every figure of the way from a concern to a priority, with its default. Where two of them bound a
 * range, their own bounds meet at most, so that no choice turns the range over.
 */
export const settingDefinitions = {
  triageWorkingDays: workingDays(2, 1, 10, "Time to look at a new concern"),
  appealWorkingDays: workingDays(5, 1, 20, "Time to answer an appeal"),
  threadHours: hours(72, 1, 168, "Time to give a meaningful answer to a message"),
  urgentAlarmMinutes: figure("minutes")(
    60,
    1,
    240,
    "Time until the alarm over something urgent that nobody took",
  ),
  takedownHours: hours(48, 1, 72, "Time to decide on a report of a page"),

  raisingDays: days(28, 7, 90, "Raising concerns"),
  researchDays: days(7, 1, 28, "Research"),
  shortlistDays: days(4, 1, 28, "Shortlist"),
  votingDays: days(17, 7, 60, "Vote"),
  panelDays: days(7, 1, 28, "Panel"),
  liveDays: days(21, 7, 90, "Plans and work"),
  reviewDays: days(7, 1, 28, "Review"),

  fewestCandidates: candidates(3, 1, 5, "Fewest candidates on a shortlist"),
  mostCandidates: candidates(10, 5, 20, "Most candidates on a shortlist"),
  mostChoices: figure("choices")(3, 1, 5, "Most choices on one ballot"),
  mostOpenPriorities: figure("priorities")(3, 1, 3, "Most priorities open in a neighbourhood at once"),
  lowParticipationBallots: figure("ballots")(20, 1, 500, "Fewest ballots that are more than indicative"),
  outreachDays: days(14, 1, 28, "Time for one more outreach after a low vote"),
  callBackPercent: share(5, 0, 100, "Assisted ballots whose voters are called back"),
  keyDestroyedDays: days(90, 30, 365, "Time from certification until the key of a vote is destroyed"),
  smallestShownCount: figure("people")(5, 3, 20, "Smallest count of people that is shown"),
  underReachedPercent: share(50, 10, 100, "Part of its fair share under which a group is reached out to"),

  fewestPanelMembers: members(8, 4, 10, "Fewest members of a panel"),
  mostPanelMembers: members(15, 10, 30, "Most members of a panel"),
  quorumLeast: members(4, 3, 10, "Fewest members for a quorum"),
  quorumPercent: share(40, 25, 100, "Share of the members for a quorum"),
  writtenVoteDays: days(7, 1, 28, "Time to vote in writing after a meeting"),
  inquorateMeetings: figure("meetings")(2, 1, 4, "Meetings without a quorum before KIN members stand in"),
  interimCycles: figure("cycles")(2, 0, 2, "Most cycles that an interim panel decides"),

  acceptanceDays: days(7, 1, 28, "Time for the inspector to accept or decline"),
  bcuReviewDays: days(14, 1, 28, "Time for the BCU commander to review a refusal"),
  urgentLapseDays: days(28, 7, 91, "Time until an urgent priority lapses unless the panel confirms it"),
  planDays: days(14, 1, 60, "Time from adoption to a plan"),
  sergeantReviewDays: days(28, 7, 91, "Time between two reviews of a plan by the sergeant"),
  inspectorReviewDays: days(84, 14, 182, "Time between two reviews of a plan by the inspector"),
  staleDays: days(91, 28, 365, "Time without public news after which a priority is stale"),

  feedbackDays: days(21, 7, 60, "Time residents have to say whether it worked"),
  feedbackExtensionDays: days(14, 1, 60, "Time to ask again when too few replied"),
  feedbackQuorumLeast: replies(5, 1, 10, "Fewest replies for feedback to count"),
  feedbackQuorumMost: replies(15, 10, 100, "Most replies that feedback needs"),
  feedbackQuorumPercent: share(20, 1, 100, "Share of a priority’s voters whose replies are needed"),
  feedbackPassPercent: share(60, 50, 100, "Share of replies that must say solved, or better and enough"),
  checkAgainDays: days(90, 28, 365, "Time from sign-off until it is checked again"),
  recurrenceMonths: figure("months")(12, 1, 36, "Time in which a signed-off priority can be opened again"),
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingDefinitions;
export type Settings = Readonly<Record<SettingName, number>>;

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingDefinitions, name);

/** The names, in the order of the table. */
export const settingNames: readonly SettingName[] = Object.keys(settingDefinitions).filter(isSettingName);

/** Whether a stored or typed value can stand as this setting. */
export function isSettingValue(name: SettingName, value: unknown): value is number {
  const { minimum, maximum } = settingDefinitions[name];
  return typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
}

/** The settings in force: what is stored where it can stand, the default elsewhere. */
export function readSettings(stored: ReadonlyMap<string, unknown>): Settings {
  const read = settingNames.map((name) => {
    const value = stored.get(name);
    return [name, isSettingValue(name, value) ? value : settingDefinitions[name].default];
  });
  // `settingNames` is complete, which the compiler cannot see through `fromEntries`.
  return Object.fromEntries(read) as Settings;
}

export const defaultSettings: Settings = readSettings(new Map());

/** How long a whole cycle lasts, unless a stage is extended. */
export const cycleDaysOf = (settings: Settings): number =>
  settings.raisingDays +
  settings.researchDays +
  settings.shortlistDays +
  settings.votingDays +
  settings.panelDays +
  settings.liveDays +
  settings.reviewDays;
