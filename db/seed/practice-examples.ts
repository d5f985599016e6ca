import type { WantedPractice } from "#app/domain/practice/practice.ts";

interface Example extends WantedPractice {
  slug: string;
}

const unevaluated = { evaluatedBy: null, year: 2007 } as const;

/**
 * What neighbourhood teams did elsewhere, retold from a public inspection report of 2007 without its names and figures.
 * The report says of none that it was evaluated.
 */
export const practiceExamples: readonly Example[] = [
  {
    ...unevaluated,
    slug: "shops-linked-by-radio",
    category: "shop-theft",
    title: "Shops and police linked by radio",
    problem:
      "Shops in a town centre kept losing goods to thieves. There was a scheme in which shopkeepers passed warnings on, one to the next, and it did not work.",
    response:
      "The team asked some of the shops to try small radios that link them to each other and to the police. Staff use them to say that something looks wrong and, in an emergency, instead of the telephone. Officers answer on their own radios. The shops also meet to share what happens to them.",
    outcome:
      "More than twice as many shops joined after the trial, then pubs, clubs and a school. They formed a partnership that meets regularly, and with other agencies too. The school says on the radio when pupils are missing, so that they are soon found.\n\nThe account that we have gives no figures for theft before and after, so it does not show that there was less of it.",
    isTransferable: true,
    transferNote:
      "It grew from shops to other places in the same town. Agree before you begin who pays for the radios, who may listen, and that nobody is described by more than what they do.",
    contactRole: "The neighbourhood team of a town centre",
  },
  {
    ...unevaluated,
    slug: "cameras-lent-to-residents",
    category: "damage",
    title: "Cameras lent to residents",
    problem:
      "People on an estate suffered damage and nuisance close to their homes. Those who saw it did not dare to be witnesses, because they feared what would be done to them.",
    response:
      "A housing association, the police and a local group paid for some cameras. They were lent free of charge, at first for a month, to people whose homes were affected, whether they rented or owned them. Large signs said that there was a camera nearby.",
    outcome:
      "The team reported less damage and nuisance where the cameras stood, and residents had more peace of mind. What was recorded was used in court. More money was found, and more cameras, made for the purpose, were bought.\n\nThe account that we have gives no figures and no area to compare with, so the change may have other causes.",
    isTransferable: true,
    transferNote:
      "It was taken up in other parts of the same town. Assess the effect on privacy before you begin, and never publish who has a camera or where it stands.",
    contactRole: "The neighbourhood officer of an estate",
  },
  {
    ...unevaluated,
    slug: "village-action-group",
    category: "asb-nuisance",
    title: "A village action group, and things to do for young people",
    problem:
      "In one spring and summer there was far more damage in a village than was to be expected, and people called the police again and again about young people’s behaviour.",
    response:
      "The police brought people of the village together as an action group. It raised money for a shelter where young people can meet, prepared a drop-in centre, and arranged something to do in the summer holidays: trips, sport, and a course away from home.",
    outcome:
      "The police said that recorded damage and calls each fell by more than half. Adults and young people talk to each other more, and young people feel that they are listened to.\n\nThe figures are the police’s own. There was no like village to compare with, so the change may have other causes.",
    isTransferable: null,
    transferNote: null,
    contactRole: "The neighbourhood officer of a village",
  },
];
