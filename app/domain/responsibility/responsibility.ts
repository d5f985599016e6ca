/** Somebody who can be told: an open account. */
export interface Answerer {
  accountId: string;
  isAway: boolean;
  /** Who stands in while they are away. */
  deputies: readonly { accountId: string; isAway: boolean }[];
}

/** A post with whoever holds it on the day and can sign in. */
export interface AnsweringPost {
  holders: readonly (Answerer & { kind: "substantive" | "acting" | "cover" })[];
}

/** Everybody who could answer for one neighbourhood on one day. */
export interface Answering {
  /** The sergeant's post that leads the neighbourhood; two only where the import left it open. */
  lead: readonly AnsweringPost[];
  /** The other sergeants' posts of its team. */
  team: readonly AnsweringPost[];
  inspectors: readonly Answerer[];
  commanders: readonly Answerer[];
  administrators: readonly Answerer[];
}

export const responsibleReasons = [
  "holder",
  "acting",
  "cover",
  "deputy",
  "team",
  "inspector",
  "commander",
  "administrator",
] as const;
/** Why somebody answers: they lead it, act for or cover who does, are their deputy, or come next. */
export type ResponsibleReason = (typeof responsibleReasons)[number];

export interface Responsible {
  accountIds: readonly string[];
  reason: ResponsibleReason;
}

const presentOf = (people: readonly { accountId: string; isAway: boolean }[]): string[] =>
  people.flatMap(({ accountId, isAway }) => (isAway ? [] : [accountId]));

const deputiesOf = (people: readonly Answerer[]): string[] =>
  presentOf(people.filter(({ isAway }) => isAway).flatMap(({ deputies }) => deputies));

/** Those of a rank who are there, or else the deputies of those who are not. */
function presentOrDeputies(people: readonly Answerer[]): string[] {
  const present = presentOf(people);
  return present.length > 0 ? present : deputiesOf(people);
}

/**
 * Who answers for a neighbourhood, the nearest first: the lead post's holder, whoever acts for or covers them, their
 * named deputy, another sergeant of the team, the section inspector, the BCU commander, the administrators. Null only
 * where the force has no administrator either.
 */
export function responsibleOf({
  lead,
  team,
  inspectors,
  commanders,
  administrators,
}: Answering): Responsible | null {
  const holders = lead.flatMap((post) => post.holders);
  const ofKind = (kind: "substantive" | "acting" | "cover") => holders.filter((one) => one.kind === kind);
  const inOrder: readonly [ResponsibleReason, string[]][] = [
    ["holder", presentOf(ofKind("substantive"))],
    ["acting", presentOf(ofKind("acting"))],
    ["cover", presentOf(ofKind("cover"))],
    ["deputy", deputiesOf(holders)],
    ["team", presentOrDeputies(team.flatMap((post) => post.holders))],
    ["inspector", presentOrDeputies(inspectors)],
    ["commander", presentOrDeputies(commanders)],
    ["administrator", presentOrDeputies(administrators)],
    // Somebody has to be told, away or not.
    ["administrator", administrators.map(({ accountId }) => accountId)],
  ];
  const [reason, accountIds] = inOrder.find(([, ids]) => ids.length > 0) ?? ["administrator", []];
  return accountIds.length === 0 ? null : { accountIds: [...new Set(accountIds)], reason };
}
