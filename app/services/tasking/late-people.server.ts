import type { Rung } from "#app/domain/tasking/escalation.ts";
import type { Day } from "#app/domain/team/day.ts";
import { accountsToTell, boardChairs, leadsOf, seatsOf } from "#db/queries/escalation-people.ts";
import type { LateAction } from "#db/queries/tasking-escalation.ts";
import type { Db } from "#db/types.ts";

/** Somebody to tell, as far as it decides where the link leads. */
export interface LatePerson {
  id: string;
  kind: "staff" | "member";
}

/** Whom to tell of a late action on a rung. */
export type PeopleOf = (action: LateAction, rung: Rung) => LatePerson[];

/** Reads who is to be told of some late actions, in a few queries for all of them. Call it as the platform. */
export async function readLatePeople(tx: Db, late: readonly LateAction[], today: Day): Promise<PeopleOf> {
  const agencyIds = [...new Set(late.map(({ agencyId }) => agencyId))];
  const leads = await leadsOf(tx, agencyIds);
  const seats = await seatsOf(tx, [...new Set(late.map(({ groupId }) => groupId))]);
  const board = await boardChairs(tx, today);
  const named = late.flatMap(({ ownerId, chairId, deputyId }) => [ownerId, chairId, deputyId]);
  const accountIds = [
    ...named.filter((id) => id !== null),
    ...leads.values(),
    ...seats.map(({ accountId }) => accountId),
    ...board,
  ];
  const known = await accountsToTell(tx, { accountIds: [...new Set(accountIds)], agencyIds }, today);
  const people = new Map(
    known.flatMap(({ id, kind }): [string, LatePerson][] =>
      kind === "resident" ? [] : [[id, { id, kind }]],
    ),
  );
  const those = (ids: readonly (string | null | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => people.get(id ?? "") ?? []);

  /** The first of these ways that leads to anybody. */
  const firstOf = (...ways: readonly (() => LatePerson[])[]) => {
    for (const way of ways) {
      const found = way();
      if (found.length > 0) return found;
    }
    return [];
  };
  const seated = ({ groupId, agencyId }: LateAction) =>
    those(seats.filter((seat) => seat.groupId === groupId && seat.agencyId === agencyId).map(accountOf));
  const speakers = ({ agencyId }: LateAction) =>
    those(known.filter((one) => one.agencyId === agencyId).map(({ id }) => id));
  const police = ({ groupId }: LateAction) =>
    those(seats.filter((seat) => seat.groupId === groupId).map(accountOf)).filter(
      ({ kind }) => kind === "staff",
    );
  const agencyOf = new Map(known.map(({ id, agencyId }) => [id, agencyId]));
  const ofAgency = (action: LateAction, first: string | null | undefined) => {
    const sharing = (some: LatePerson[]) =>
      some.filter(
        ({ id, kind }) => kind === "staff" || (action.isShared && agencyOf.get(id) === action.agencyId),
      );
    return firstOf(
      () => sharing(those([first])),
      () => sharing(seated(action)),
      () => sharing(speakers(action)),
    );
  };
  const sharingOr = (isSharing: boolean, id: string | null) =>
    those([id]).filter(({ kind }) => kind === "staff" || isSharing);
  const chairs = (action: LateAction) =>
    firstOf(
      () => [
        ...sharingOr(action.isChairSharing, action.chairId),
        ...sharingOr(action.isDeputySharing, action.deputyId),
      ],
      () => police(action),
    );

  return (action, rung) => {
    if (rung === "owner") return ofAgency(action, action.ownerId);
    if (rung === "lead") return ofAgency(action, leads.get(action.agencyId));
    if (rung === "chair") return chairs(action);
    return firstOf(
      () => those(board),
      () => chairs(action),
    );
  };
}

const accountOf = ({ accountId }: { accountId: string }) => accountId;
