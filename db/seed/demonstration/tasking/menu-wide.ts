import type { TaskingLevel } from "#app/domain/tasking/level.ts";
import { taskOf, type Task, type TaskRow } from "./menu-task.ts";

// `{section}`, `{bcu}` and `{month}` are filled in.
const tactical: readonly TaskRow[] = [
  [
    "police",
    "intelligence",
    ["theft-burglary"],
    "Analyst of the BCU",
    "Compare thefts from sheds in {section} by week until {month} and bring the three streets with most",
    "compared thefts from sheds across the area, so that advice goes where it is needed",
    "Brought. Two of the three streets lie along one path.",
  ],
  [
    "county",
    "environmental",
    ["speeding"],
    "Road safety manager",
    "Agree with the inspector of {section} which two roads get the mobile camera after {month}, from residents’ priorities",
    "chose the roads for the mobile camera by what residents chose",
    "Agreed: both are local priorities.",
  ],
  [
    "fire",
    "prevention",
    ["damage"],
    "Arson reduction officer",
    "Bring the count of fires in the open around {section} to {month}, by ward",
    "counted fires in the open by ward before the summer",
    "Brought. Three wards make up two thirds.",
  ],
  [
    "health",
    "engagement",
    ["alcohol"],
    "Manager of the emergency department",
    "Share counts of injuries to {month} by hour and by the kind of place, without anything of patients",
    "counted when and in what kind of place people are hurt, so that help is there",
    "The first quarter was shared. Saturday after midnight stands out.",
  ],
  [
    "police",
    "prevention",
    ["police-visibility"],
    "Section inspector",
    "Set out which events in {section} after {month} need officers of the neighbourhood teams, and what else covers them",
    "planned events earlier, so that neighbourhood officers stay where they are",
    "Set out for eleven events. Seven are covered without the teams.",
  ],
  [
    "county",
    "youth",
    ["young-people"],
    "Youth service manager",
    "Bring the youth bus to {section} for the weeks after {month}, where priorities are about young people",
    "brought the youth bus where residents asked for it",
    "Moved for twelve weeks, on four evenings.",
  ],
  [
    "police",
    "enforcement",
    ["off-road-bikes"],
    "Operations sergeant",
    "Plan one weekend of the off-road bike team in {section} after {month}",
    "planned the work of the off-road bike team in every part of the area",
    "Planned and held on one weekend of dry weather.",
  ],
];

const delivery: readonly TaskRow[] = [
  [
    "police",
    "prevention",
    ["police-visibility"],
    "Duty planning manager",
    "Bring the abstraction figures of {month} with what was done about teams above the threshold",
    "published how often neighbourhood officers are taken away",
    "Brought. Two teams have a plan to improve.",
  ],
  [
    "police",
    "communications",
    ["police-visibility"],
    "Communication officer",
    "Look through the pages of the {bcu} BCU after {month}: each says what came of the last vote",
    "saw that every neighbourhood’s page says what came of the last vote",
    "Checked. Four pages were mended the same day.",
  ],
  [
    "police",
    "engagement",
    ["other"],
    "Head of training",
    "A day on running a panel meeting for sergeants of the {bcu} BCU, after {month}",
    "taught sergeants how to run a panel meeting",
    "Held. Two sergeants are left.",
  ],
  [
    "police",
    "engagement",
    ["other"],
    "Chief inspector, neighbourhoods",
    "Visit the panels of the {bcu} BCU that were not quorate up to {month} and ask what would bring people",
    "asked panels that too few people came to what would help",
    "Visited. Two want another evening and one another hall.",
  ],
];

const strategic: readonly TaskRow[] = [
  [
    "county",
    "intelligence",
    ["other"],
    "Public health analyst",
    "Set the local priorities of {month} by theme beside the county’s own needs assessment",
    "set what residents chose beside what the county knows of health and need",
    "Set out by theme and area. Drinking and loneliness stand out together.",
  ],
  [
    "police",
    "intelligence",
    ["other"],
    "Principal analyst",
    "Draw the extract of all live local priorities of {month} for the joint strategic assessment",
    "put what residents chose everywhere into the plan of the whole force",
    "Drawn and discussed.",
  ],
  [
    "fire",
    "prevention",
    ["damage"],
    "Head of prevention",
    "Say after {month} how the plan for fires in the open works in the {bcu} BCU",
    "made one plan against fires in the open for the whole county",
    "Told to the group. Two places need more signs.",
  ],
  [
    "health",
    "engagement",
    ["alcohol"],
    "Director of public health",
    "Agree with the councils of the {bcu} BCU how decisions on licences use the counts up to {month}",
    "agreed that decisions on licences look at where people are hurt",
    "Agreed with one change.",
  ],
];

const wide: Readonly<Record<Exclude<TaskingLevel, "local">, readonly Task[]>> = {
  tactical: tactical.map(taskOf),
  delivery: delivery.map(taskOf),
  strategic: strategic.map(taskOf),
  board: [...strategic.slice(0, 2), ...delivery.slice(0, 2)].map(taskOf),
};

/** What a group above the partnerships may ask for. */
export const wideTasks = (level: Exclude<TaskingLevel, "local">): readonly Task[] => wide[level];
