import type { Role } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { isSeparate } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import type { Code } from "./codes.ts";

/** Who may be named as an authority, from the least to the greatest: whoever stands above may decide as well. */
export const authorities = ["duty-inspector", "inspector", "commander", "chief-officer"] as const;
export type Authority = (typeof authorities)[number];

export const isAuthority = (role: string): role is Authority =>
  (authorities as readonly string[]).includes(role);

export const authorityWords: Readonly<Record<Authority, string>> = {
  "duty-inspector": "Duty inspector",
  inspector: "Section inspector",
  commander: "Chief inspector operations or BCU commander",
  "chief-officer": "Assistant chief constable",
};

/** One line of the table: who authorises a code when it takes more than so many minutes, and who is told. */
export interface AuthorityLine {
  code: Code;
  overMinutes: number;
  authority: Authority;
  told: Authority | null;
}

/** Of a code that stands in no table: the one who answers for the team. */
const otherwise = { authority: "inspector", told: null } as const;

/** The same post asked for again within so many days goes to the last line of its code. */
export const repeatDays = 7;

/** What was not asked for before is authorised after the event, within so many hours of its beginning. */
const emergencyHours = 24;
export const authoriseBy = (startsAt: Date): Date => hoursAfter(startsAt, emergencyHours);

/** Whether what was not asked for is authorised in time: later it is kept as decided and counts as not authorised. */
export const isAuthorisedInTime = (startsAt: Date, decidedAt: Date): boolean =>
  decidedAt <= authoriseBy(startsAt);

/** Who authorises a request, and who is told of it besides. */
export function authorityOf(
  table: readonly AuthorityLine[],
  { code, minutes, isRepeat }: { code: Code; minutes: number; isRepeat: boolean },
): { authority: Authority; told: Authority | null } {
  const lines = table.filter((line) => line.code === code).sort((a, b) => a.overMinutes - b.overMinutes);
  const exceeded = isRepeat ? lines : lines.filter(({ overMinutes }) => minutes > overMinutes);
  return exceeded.at(-1) ?? lines[0] ?? otherwise;
}

/** Whether a role may have authorised what needs this authority. */
export const isEnough = (role: string, authority: Authority): boolean =>
  isAuthority(role) && authorities.indexOf(role) >= authorities.indexOf(authority);

/** How an actor may decide about a post: as the least of their authorities that is enough; null for not at all. */
export function decidingRole(
  actor: Actor,
  {
    authority,
    askedBy,
    neighbourhoodIds,
  }: {
    authority: Authority;
    askedBy: string | null;
    neighbourhoodIds: readonly string[];
  },
): Authority | null {
  // Whoever asked for an officer does not authorise it.
  if (!isSeparate(actor, [askedBy])) return null;
  const enough = authorities.slice(authorities.indexOf(authority));
  return (
    enough.find((one) =>
      actor.roles.some(
        ({ role, area }) =>
          role === one &&
          (area === "force" || neighbourhoodIds.some((id) => area.neighbourhoodIds.includes(id))),
      ),
    ) ?? null
  );
}

/** What an actor decides somewhere: as each of their authorities, and as those below them. */
export const decidesAs = (actor: Actor): Authority[] =>
  authorities.filter((one) => actor.roles.some(({ role }) => isEnough(role, one)));

/** The first role of an actor that asks for officers, for the record of who asked. */
export const requestingRole = (actor: Actor): Role | null =>
  actor.roles.find(({ role }) => role === "response-sergeant" || role === "duty-inspector")?.role ?? null;
