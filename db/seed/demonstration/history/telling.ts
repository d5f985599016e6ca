import { referenceCount, referenceOf, type ReferenceKind } from "#app/domain/reference/reference.ts";
import type { Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { Doer } from "../problems/problem.ts";
import { panelMembersOf } from "../panel-members.ts";
import type { Random } from "../random.ts";

/** A neighbourhood as its history needs it. */
export interface HistoryPlace {
  readonly index: number;
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly places: readonly string[];
  readonly lng: number;
  readonly lat: number;
  /** The codes of the agencies that work there. */
  readonly agencies: Readonly<Record<Exclude<Doer, "police">, string>>;
}

/** Whose accounts write, own and approve in the history of a place. */
export interface HistoryPeople {
  readonly sergeantId: string | null;
  readonly inspectorId: string | null;
  readonly analystId: string | null;
  readonly officerIds: readonly string[];
  /** Who can sign in for an agency here, by its id. */
  readonly partnerIds: ReadonlyMap<string, string>;
}

/** What the parts of one neighbourhood's history are told with. */
export interface Telling {
  readonly at: HistoryPlace;
  readonly neighbourhoodId: string;
  readonly today: Day;
  readonly now: Date;
  readonly random: Random;
  /** An id that is the same in every filling. */
  readonly id: (noun: string, code: string | number) => string;
  /** A reference that nothing else has. */
  readonly reference: (kind: ReferenceKind) => string;
  /** The account whom a visitor may become as this neighbourhood's resident, where there is one. */
  readonly residentId: string | null;
  /** The accounts whom a visitor may become as members of this neighbourhood's panel. */
  readonly panelMemberIds: readonly string[];
  readonly people: HistoryPeople;
}

// A prime: multiplied by it, numbers in a row land far apart and never together.
const stride = 7919;
const mostOfAKind = 4_000;

export function createTelling(
  at: HistoryPlace,
  today: Day,
  random: Random,
  people: HistoryPeople,
  hasAccounts: boolean,
): Telling {
  const used = new Map<ReferenceKind, number>();
  return {
    at,
    neighbourhoodId: seedId("neighbourhood", at.code),
    today,
    now: new Date(`${today}T08:00:00Z`),
    random,
    id: (noun, code) => seedId(noun, `${at.code}:${code}`),
    reference: (kind) => {
      const number = (used.get(kind) ?? 0) + 1;
      used.set(kind, number);
      return referenceOf(kind, ((at.index * mostOfAKind + number) * stride) % referenceCount(kind));
    },
    residentId: hasAccounts ? seedId("account", `resident-${at.code}`) : null,
    panelMemberIds: hasAccounts ? panelMembersOf(at.code).map((one) => seedId("account", one)) : [],
    people,
  };
}

/** A moment of a working day. */
export const atHour = (day: Day, hour: number, minute = 0): Date =>
  new Date(`${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`);

/** One of the items, by chance. Throws where there is none. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.index(items.length)];
  if (item === undefined) throw new Error("Nothing to choose from.");
  return item;
}

/** A whole number between two, both included. */
export const between = (random: Random, least: number, most: number) =>
  least + random.index(most - least + 1);
