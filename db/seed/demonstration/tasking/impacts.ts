import type { AdviserKind, ImpactTrigger, TensionGrade } from "#app/domain/impact/impact.ts";

/** A community impact assessment of the demonstration; its moments are counted back from now. */
export interface ToldImpact {
  readonly code: string;
  readonly trigger: ImpactTrigger;
  readonly tension: TensionGrade;
  readonly inspector: string;
  readonly neighbourhoods: readonly string[];
  readonly openedHoursAgo: number;
  readonly reviewInHours: number;
  readonly closed: { readonly hoursAgo: number; readonly words: string } | null;
  readonly words: {
    readonly what: string;
    readonly communities: string;
    readonly moodNow: string;
    readonly moodExpected: string;
    readonly experienced: string;
    readonly evidenced: string;
    readonly potential: string;
    readonly proportionality: string;
    readonly communications: string;
  };
  readonly consulted: readonly {
    readonly kind: AdviserKind;
    readonly who: string;
    readonly adviser: string | null;
    readonly question: string;
    readonly askedHoursAgo: number;
    readonly advice: { readonly hoursAgo: number; readonly words: string } | null;
  }[];
  readonly reviewed: readonly {
    readonly hoursAgo: number;
    readonly tension: TensionGrade;
    readonly words: string;
  }[];
  readonly acted: readonly {
    readonly task: string;
    readonly position: string;
    readonly dueInDays: number;
    readonly result: string | null;
  }[];
}

export const toldImpacts: readonly ToldImpact[] = [
  {
    code: "mosque-paint",
    trigger: "incident",
    tension: "high",
    inspector: "inspector-D2",
    neighbourhoods: ["DC07", "DC08"],
    openedHoursAgo: 20,
    reviewInHours: 4,
    closed: null,
    words: {
      what: "Paint was thrown at the door of a place of worship in the night. It was the second time in a month.",
      communities: "Those who worship there, and other faith groups of the area.",
      moodNow: "People are hurt and some are angry. Many came to help with cleaning.",
      moodExpected: "Calm if they see that it is taken seriously; worse if it happens again on Friday.",
      experienced:
        "Older people were met at the door by the smell of paint. Some stayed at home in the evening.",
      evidenced: "Two reports in a month; photographs; no change in other reports of hate crime in the area.",
      potential: "Groups from elsewhere may come on Saturday. Nothing was announced so far.",
      proportionality:
        "Visible patrols at the hours of prayer and no more: residents asked not to feel watched themselves.",
      communications:
        "The elders hear first, then the whole street by letter, then the page. No rumour is repeated.",
    },
    consulted: [
      {
        kind: "iag",
        who: "Member of the independent advisory group for faith communities",
        adviser: "iag-adviser",
        question: "Is it right to have officers in uniform at the door on Friday?",
        askedHoursAgo: 19,
        advice: {
          hoursAgo: 12,
          words:
            "Across the road, yes; at the door, no. Somebody whom they know should come in for a cup of tea.",
        },
      },
      {
        kind: "iag",
        who: "Member of the independent advisory group for faith communities",
        adviser: "iag-adviser",
        question: "Would a meeting of all faith groups this week help, or is it too early?",
        askedHoursAgo: 3,
        advice: null,
      },
      {
        kind: "kin",
        who: "Traders of the street",
        adviser: null,
        question: "What do people say in the shops?",
        askedHoursAgo: 16,
        advice: {
          hoursAgo: 15,
          words: "They are ashamed that it happened in their street, and want to help.",
        },
      },
    ],
    reviewed: [
      {
        hoursAgo: 8,
        tension: "high",
        words: "No change. The cleaning was done by people from the whole street.",
      },
    ],
    acted: [
      {
        task: "Officers in sight of the door at the hours of prayer until Sunday",
        position: "Sergeant of the SNT",
        dueInDays: 3,
        result: null,
      },
      {
        task: "Letter to the street from the council and the police together",
        position: "Council’s community cohesion officer",
        dueInDays: 0,
        result: "Delivered to two hundred homes.",
      },
    ],
  },
  {
    code: "carnival",
    trigger: "event",
    tension: "medium",
    inspector: "inspector-A1",
    neighbourhoods: ["AV01", "AV05"],
    openedHoursAgo: 220,
    reviewInHours: 20,
    closed: null,
    words: {
      what: "A funfair comes to the recreation ground for ten days. Last year there was shouting on the way home.",
      communities: "People who live between the ground and the station; families; young people.",
      moodNow: "Most look forward to it. Some who live on the way home are worried.",
      moodExpected: "Good, if the last evening ends at ten as the organisers promised.",
      experienced: "Last year front gardens were trampled and people could not sleep on two nights.",
      evidenced: "Fourteen calls in ten days last year, nine of them on the last evening.",
      potential: "The last evening falls on a pay day.",
      proportionality: "Stewards first, officers in sight on two evenings; no searches without a reason.",
      communications: "A card through the doors with the number of the stewards.",
    },
    consulted: [
      {
        kind: "kin",
        who: "Residents’ group between the ground and the station",
        adviser: null,
        question: "What would have helped last year?",
        askedHoursAgo: 200,
        advice: {
          hoursAgo: 190,
          words: "Somebody at the corner until everybody is home, and bins on the way.",
        },
      },
    ],
    reviewed: [
      {
        hoursAgo: 48,
        tension: "medium",
        words: "The organisers agreed to stewards on the way to the station.",
      },
    ],
    acted: [
      {
        task: "Ten more bins between the ground and the station",
        position: "Council’s events officer",
        dueInDays: 6,
        result: null,
      },
    ],
  },
  {
    code: "operation-market",
    trigger: "operation",
    tension: "low",
    inspector: "inspector-C1",
    neighbourhoods: ["CH01"],
    openedHoursAgo: 1_900,
    reviewInHours: 0,
    closed: { hoursAgo: 1_200, words: "Trade went on, traders thanked the team, and no complaint was made." },
    words: {
      what: "A day of checks on stalls that sold goods that may be stolen, with trading standards.",
      communities: "Market traders and those who shop there, many of them older people.",
      moodNow: "Honest traders asked for it; some fear for their Saturday.",
      moodExpected: "Relief, if it is over by ten.",
      experienced: "Traders say that they are undercut by goods that cost nothing.",
      evidenced: "Eleven reports in three months.",
      potential: "Talk that one group is picked on.",
      proportionality: "All stalls of the row are checked alike, before customers come.",
      communications: "The market office tells traders the evening before why, not when.",
    },
    consulted: [
      {
        kind: "iag",
        who: "Member of the independent advisory group for traders",
        adviser: null,
        question: "How is it seen that no group is picked on?",
        askedHoursAgo: 1_880,
        advice: { hoursAgo: 1_860, words: "Check the whole row, and let the market office come along." },
      },
    ],
    reviewed: [
      {
        hoursAgo: 1_500,
        tension: "low",
        words: "The day went well. Two stalls were closed by trading standards.",
      },
    ],
    acted: [
      {
        task: "Meet the traders a week afterwards",
        position: "Constable of the neighbourhood",
        dueInDays: -60,
        result: "Nineteen came. They want the same in a year.",
      },
    ],
  },
  {
    code: "site",
    trigger: "pattern",
    tension: "medium",
    inspector: "inspector-A3",
    neighbourhoods: ["ER01"],
    openedHoursAgo: 700,
    reviewInHours: 30,
    closed: null,
    words: {
      what: "Leaflets against the new homes for refugees were put through doors for three weeks.",
      communities: "Families who have just moved in, and those who live next to the new homes.",
      moodNow: "Most neighbours are kind. A few are loud.",
      moodExpected: "Calmer when people have met.",
      experienced: "Children were called names on the way to school.",
      evidenced: "Three reports, leaflets from four streets.",
      potential: "A protest was spoken of for the end of the month.",
      proportionality:
        "Officers meet families and neighbours alike; the right to protest is explained to both.",
      communications: "The school and the church tell the same facts, once a week.",
    },
    consulted: [
      {
        kind: "kin",
        who: "Governors of the primary school",
        adviser: null,
        question: "What do parents ask?",
        askedHoursAgo: 690,
        advice: {
          hoursAgo: 670,
          words: "Who pays, and whether the classes stay small. Nobody has told them.",
        },
      },
    ],
    reviewed: [
      { hoursAgo: 400, tension: "medium", words: "Sixty people came to the open door at the church hall." },
      { hoursAgo: 40, tension: "medium", words: "No more leaflets. Two families were asked round for tea." },
    ],
    acted: [
      {
        task: "An evening at the church hall where people can ask",
        position: "Council’s community cohesion officer",
        dueInDays: -17,
        result: "Held, sixty people came.",
      },
    ],
  },
];
