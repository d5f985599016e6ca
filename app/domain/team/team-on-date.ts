import type { Day } from "./day.ts";
import { publicName } from "./public-name.ts";
import { isBeatOfficer, isPolicePost, titleOf } from "./title.ts";
import { postKinds, type HoldingKind, type PostKind } from "./team.ts";
import { isHeldOn, type HeldDays } from "./vacancy.ts";

export interface TeamHolding extends HeldDays {
  /** The kind of post the person holds substantively, where that is another than this one: a PCSO who covers for a PC. */
  ownKind: PostKind | null;
  /** Null where an exception to naming is recorded. */
  surname: string | null;
  photoOk: boolean;
}

/** A post that serves a neighbourhood, with everybody who held or holds it. */
export interface TeamPost {
  kind: PostKind;
  /** False for the sergeant of the neighbourhood's team who has no weight recorded for it. */
  isAllocated: boolean;
  agency: { name: string; isPolice: boolean };
  coverPlan: string | null;
  holdings: readonly TeamHolding[];
}

/** One line of a public team list: nothing in it that may not be published. */
export interface TeamMember {
  kind: PostKind;
  /** "Sgt", "PC", "Ranger". */
  title: string;
  /** The employer of partners' people, who carry no police powers; null for the police. */
  agency: string | null;
  /** Null when the post is vacant. */
  holder: { name: string; photoOk: boolean } | null;
  /** Who or what covers a vacant post, in words; null when it is held or nothing covers it. */
  coveredBy: string | null;
  /** "Sgt Archer", "Vacant, covered by PCSO Reid", "Vacant". */
  words: string;
}

// Somebody acting up does the whole job; somebody covering does it beside their own.
const coverOrder = ["acting", "cover"] as const satisfies readonly HoldingKind[];

function nameOf(post: TeamPost, { kind, ownKind, surname }: TeamHolding): string {
  // why: acting up gives the post's rank; covering leaves people the one they have.
  const named = kind === "cover" ? (ownKind ?? post.kind) : post.kind;
  return publicName({ kind: named, holdingKind: kind, surname });
}

function coverOf(post: TeamPost, day: Day): string | null {
  for (const kind of coverOrder) {
    const cover = post.holdings.find((holding) => holding.kind === kind && isHeldOn(holding, day));
    if (cover) return nameOf(post, cover);
  }
  return post.coverPlan;
}

function memberOf(post: TeamPost, day: Day): TeamMember {
  const line = {
    kind: post.kind,
    title: titleOf(post.kind),
    agency: post.agency.isPolice && isPolicePost(post.kind) ? null : post.agency.name,
  };
  const holder = post.holdings.find((holding) => holding.kind === "substantive" && isHeldOn(holding, day));
  if (holder) {
    const name = nameOf(post, holder);
    return {
      ...line,
      // A face names a person as surely as a surname does.
      holder: { name, photoOk: holder.photoOk && holder.surname !== null },
      coveredBy: null,
      words: name,
    };
  }
  const coveredBy = coverOf(post, day);
  return {
    ...line,
    holder: null,
    coveredBy,
    words: coveredBy === null ? "Vacant" : `Vacant, covered by ${coveredBy}`,
  };
}

/**
 * The posts that serve a neighbourhood, without the sergeants who do not lead it: the lead is the sergeant whose
 * time is allocated to it, and where none is, the sergeant of its team.
 */
function withLeadSergeant(posts: readonly TeamPost[]): readonly TeamPost[] {
  const isLedByAllocation = posts.some(({ kind, isAllocated }) => kind === "sergeant" && isAllocated);
  return posts.filter(({ kind, isAllocated }) => isAllocated || (kind === "sergeant" && !isLedByAllocation));
}

const order = (member: TeamMember) => postKinds.indexOf(member.kind);

/**
 * The team of a neighbourhood on a day, as residents read it: the sergeant first, then constables, PCSOs, specials
 * and partners' rangers and wardens; within each, people by name and vacancies last.
 */
export const teamOnDate = (posts: readonly TeamPost[], day: Day): TeamMember[] =>
  withLeadSergeant(posts)
    .map((post) => memberOf(post, day))
    .sort(
      (a, b) =>
        order(a) - order(b) ||
        Number(a.holder === null) - Number(b.holder === null) ||
        a.words.localeCompare(b.words, "en-GB"),
    );

/** Whether at least one constable or PCSO post of the list is held or covered. */
export const hasBeatOfficer = (members: readonly TeamMember[]): boolean =>
  members.some(
    ({ kind, holder, coveredBy }) => isBeatOfficer(kind) && (holder !== null || coveredBy !== null),
  );
