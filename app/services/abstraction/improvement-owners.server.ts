import { roleWords } from "#app/domain/account/role-words.ts";
import type { Role } from "#app/domain/access.ts";
import type { Day } from "#app/domain/team/day.ts";
import { listReaching } from "#db/queries/abstraction-improvement-owner.ts";
import type { ImprovedTeam } from "#db/queries/abstraction-improvement.ts";
import { listOfTeam } from "#db/queries/action-owner.ts";
import type { Db } from "#db/types.ts";

/** Somebody who may be given a plan or an action, once, with what they are. */
export interface ImprovementOwner {
  accountId: string;
  words: string;
}

const planOwners: readonly Role[] = ["inspector", "commander"];
const actionOwners: readonly Role[] = [
  ...planOwners,
  "sergeant",
  "duty-inspector",
  "response-sergeant",
  "chief-officer",
  "training",
  "analyst",
];

/** Whose the plan of a team may be: its inspectors and commanders. */
export const planOwnersOf = (tx: Db, team: ImprovedTeam, day: Day): Promise<ImprovementOwner[]> =>
  ownersOf(tx, planOwners, team, day);

/** Whose an action may be: who leads the units that take its officers, and the team itself. */
export async function actionOwnersOf(tx: Db, team: ImprovedTeam, day: Day): Promise<ImprovementOwner[]> {
  const leads = await ownersOf(tx, actionOwners, team, day);
  const [first] = team.neighbourhoodIds;
  const ofTeam = first === undefined ? [] : await listOfTeam(tx, first, day);
  const others = ofTeam.filter(({ accountId }) => !leads.some((one) => one.accountId === accountId));
  return [
    ...leads,
    ...others.map(({ accountId, name }) => ({ accountId, words: `${name ?? nameless}, the team` })),
  ];
}

const nameless = "Somebody without a name";

async function ownersOf(tx: Db, roles: readonly Role[], team: ImprovedTeam, day: Day) {
  const holders = await listReaching(tx, roles, team.neighbourhoodIds, day);
  const named = new Map<string, { name: string; held: string[] }>();
  for (const { accountId, name, role } of holders) {
    const held = named.get(accountId)?.held ?? [];
    named.set(accountId, { name: name ?? nameless, held: [...held, roleWords[role].toLowerCase()] });
  }
  return [...named].map(([accountId, { name, held }]) => ({
    accountId,
    words: `${name}, ${held.join(" and ")}`,
  }));
}
