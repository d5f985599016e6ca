import type { Role } from "#app/domain/access.ts";

interface Person {
  id: string;
  name: string | null;
  role: Role;
  place: string;
}

export interface PeopleGroup {
  heading: string;
  people: Person[];
}

const headings: readonly { heading: string; roles: readonly Role[] }[] = [
  { heading: "Residents and those they choose", roles: ["resident", "panel-member", "kin-member"] },
  { heading: "In a Safer Neighbourhoods Team", roles: ["sergeant", "constable"] },
  {
    heading: "Above the team",
    roles: ["inspector", "commander", "chief-officer", "duty-inspector", "response-sergeant"],
  },
  { heading: "Partners", roles: ["partner", "partnership-chair", "oversight", "iag-adviser"] },
  {
    heading: "Behind the service",
    roles: [
      "administrator",
      "moderator",
      "contact-centre",
      "analyst",
      "communications",
      "records",
      "training",
    ],
  },
];

/** The people by what they are for the service; in each group one of every role first, then the others. */
export const groupPeople = (people: readonly Person[]): PeopleGroup[] =>
  headings
    .map(({ heading, roles }) => {
      const byRole = roles.map((role) => people.filter((person) => person.role === role));
      return {
        heading,
        people: [...byRole.flatMap((held) => held.slice(0, 1)), ...byRole.flatMap((held) => held.slice(1))],
      };
    })
    .filter((group) => group.people.length > 0);
