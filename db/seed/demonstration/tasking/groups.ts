import type { TaskingLevel } from "#app/domain/tasking/level.ts";
import { districts } from "../places/all.ts";
import { bcus, sections, teamRows } from "../structure.ts";
import { seatsOf, type Seat } from "./seats.ts";

/** A tasking group of the demonstration, and when and where it meets. */
export interface ToldGroup {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly level: TaskingLevel;
  readonly partnershipCode: string | null;
  readonly bcuCode: string | null;
  /** The slug of its district; null above the partnerships. */
  readonly slug: string | null;
  readonly programme: string | null;
  readonly neighbourhoodCodes: readonly string[];
  readonly seats: readonly Seat[];
  /** 0 is Monday. */
  readonly weekday: number;
  /** Full weeks between the next Monday and the week in which it meets. */
  readonly weeksAhead: number;
  readonly monthsBetween: number;
  readonly startsAtHour: number;
  readonly place: string;
  /** Whether its next meeting has been called. */
  readonly isCalled: boolean;
}

const bcuOfSection = new Map(sections.map(({ code, bcuCode }) => [code, bcuCode]));
const sectionOfTeam = new Map(teamRows.map(([code, , sectionCode]) => [code, sectionCode]));
const bcuOfTeam = (teamCode: string) => bcuOfSection.get(sectionOfTeam.get(teamCode) ?? "");
const everywhere = districts.flatMap(({ neighbourhoods }) => neighbourhoods);

type Described = Omit<ToldGroup, "index" | "weekday" | "weeksAhead" | "startsAtHour" | "isCalled">;

const local: readonly Described[] = districts.map(
  ({ code, name, slug, councilName, neighbourhoods }): Described => ({
    code: neighbourhoods[0]?.code.slice(0, 2) ?? code,
    name: `${name} tasking group`,
    level: "local",
    partnershipCode: code,
    bcuCode: null,
    slug,
    programme: null,
    neighbourhoodCodes: neighbourhoods.map((one) => one.code),
    seats: seatsOf({
      level: "local",
      slug,
      sectionCode: sectionOfTeam.get(neighbourhoods[0]?.teamCode ?? ""),
    }),
    monthsBetween: 1,
    place: `Committee room, offices of ${councilName}`,
  }),
);

const tactical: readonly Described[] = bcus.map(({ code, name }): Described => ({
  code: `T${code}`,
  name: `${name} BCU tactical tasking group`,
  level: "tactical",
  partnershipCode: null,
  bcuCode: code,
  slug: null,
  programme: null,
  neighbourhoodCodes: everywhere
    .filter(({ teamCode }) => bcuOfTeam(teamCode) === code)
    .map((one) => one.code),
  seats: seatsOf({ level: "tactical", bcuCode: code }),
  monthsBetween: 1,
  place: `Conference room, ${name} police station`,
}));

const ofTheForce = {
  partnershipCode: null,
  bcuCode: null,
  slug: null,
  neighbourhoodCodes: [],
  place: "Conference room, force headquarters",
};

const above: readonly Described[] = [
  {
    ...ofTheForce,
    code: "JS",
    name: "Joint strategic tasking group",
    level: "strategic",
    programme: "Keystone",
    seats: seatsOf({ level: "strategic" }),
    monthsBetween: 3,
  },
  {
    ...ofTheForce,
    code: "DG",
    name: "Neighbourhood delivery group",
    level: "delivery",
    programme: null,
    seats: seatsOf({ level: "delivery" }),
    monthsBetween: 1,
  },
  {
    ...ofTheForce,
    code: "EB",
    name: "External neighbourhood board",
    level: "board",
    programme: null,
    seats: seatsOf({ level: "board" }),
    monthsBetween: 3,
  },
];

const [shown] = local;

/** The sixteen groups of the demonstration. The first meets next week, and has been called. */
export const toldGroups: readonly ToldGroup[] = [...local, ...tactical, ...above].map((group, index) => ({
  ...group,
  index,
  weekday: group === shown ? 2 : (index * 2 + 1) % 5,
  weeksAhead: group === shown ? 0 : index % 4,
  startsAtHour: index % 3 === 1 ? 14 : 10,
  isCalled: group === shown,
}));
