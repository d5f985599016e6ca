import { randomUUID } from "node:crypto";
import type { Role } from "#app/domain/access.ts";
import { visitor, type Actor, type Area } from "#app/domain/actor.ts";
import { isForceLevel, type TaskingLevel } from "#app/domain/tasking/level.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { taskingRows } from "./tasking-rows.ts";

/** The real day: row-level security goes by the database's own clock. */
export const today: Day = londonDay(new Date());
const at = new Date();

/**
 * Two partnerships with a group each, a local group of both, a tactical one of their BCU, and one of the whole force.
 * "AV" had one meeting, with the council, housing and the police; "BO" one, with the other council. The county is party to
 * an agreement of the whole force. Each row has a name, and `nameOf` finds it again by its id.
 */
export async function fillTaskingWorld(db: Db) {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const id = (name: string): string => {
    const known = ids.get(name) ?? randomUUID();
    ids.set(name, known);
    names.set(known, name);
    return known;
  };
  const nameOf = (uuid: string | null) => (uuid === null ? "nothing" : (names.get(uuid) ?? uuid));

  await db
    .insert(schema.partnerships)
    .values(["av", "bo"].map((code) => ({ id: id(`partnership ${code}`), code, name: code, slug: code })));
  await db
    .insert(schema.neighbourhoods)
    .values(["av", "bo"].map((code) => ({ id: id(`hood ${code}`), code, slug: code, createdAt: at })));
  await db.insert(schema.agencies).values(
    (
      [
        ["police", "police"],
        ["council", "district"],
        ["housing", "housing"],
        ["other council", "district"],
        ["county", "county"],
      ] as const
    ).map(([code, kind]) => ({ id: id(code), code, name: code, kind })),
  );
  const accounts: readonly [name: string, kind: "staff" | "member", agency: string | null][] = [
    ["officer", "member", "council"],
    ["colleague", "member", "council"],
    ["tenancy", "member", "housing"],
    ["gone", "member", "housing"],
    ["elsewhere", "member", "other council"],
    ["chair", "member", "council"],
    ["sergeant", "staff", null],
    ["afar", "staff", null],
    ["guest inspector", "staff", null],
    ["chief", "staff", null],
    ["commander", "staff", null],
    ["roads", "staff", null],
    ["county chair", "member", "county"],
  ];
  await db.insert(schema.accounts).values(
    accounts.map(([name, kind, agency]) => ({
      id: id(name),
      kind,
      status: "active" as const,
      name,
      agencyId: agency === null ? null : id(agency),
      createdAt: at,
    })),
  );
  const rows = taskingRows(db, id, at);
  await rows.agreement("agreement av", ["police", "council", "housing"], { partnership: "partnership av" });
  await rows.agreement("agreement bo", ["police", "other council"], { partnership: "partnership bo" });
  await rows.agreement("agreement force", ["county"]);
  const group = (code: string, level: TaskingLevel, partnership: string | null, ...hoods: string[]) => ({
    row: {
      id: id(`group ${code}`),
      code,
      name: code,
      level,
      partnershipId: partnership === null ? null : id(`partnership ${partnership}`),
      isForce: isForceLevel(level),
      madeAt: at,
    },
    hoods: hoods.map((hood) => ({ groupId: id(`group ${code}`), neighbourhoodId: id(`hood ${hood}`) })),
  });
  const groups = [
    group("av", "local", "av", "av"),
    group("bo", "local", "bo", "bo"),
    group("span", "local", null, "av", "bo"),
    group("bcu", "tactical", null, "av", "bo"),
    group("top", "strategic", null),
  ];
  await db.insert(schema.taskingGroups).values(groups.map(({ row }) => row));
  await db.insert(schema.taskingGroupNeighbourhoods).values(groups.flatMap(({ hoods }) => hoods));
  const seat = (code: string, account: string, agency: string, leftAt: Date | null = null) => ({
    groupId: id(`group ${code}`),
    accountId: id(account),
    agencyId: id(agency),
    position: "Officer",
    joinedAt: at,
    leftAt,
  });
  await db
    .insert(schema.taskingMembers)
    .values([
      seat("av", "officer", "council"),
      seat("av", "tenancy", "housing"),
      seat("av", "gone", "housing", at),
      seat("bo", "elsewhere", "other council"),
    ]);
  const meeting = (code: string) => ({
    id: id(`meeting ${code}`),
    reference: `J-${code}`,
    groupId: id(`group ${code}`),
    number: 1,
    state: "open" as const,
    startsAt: at,
    endsAt: new Date(at.getTime() + 3_600_000),
    place: "Town hall",
    calledAt: at,
    changedAt: at,
  });
  await db.insert(schema.taskingMeetings).values(["av", "bo", "span", "bcu", "top"].map(meeting));
  const attendance = (code: string, account: string, agency: string, withdrawnAt: Date | null = null) => ({
    id: id(`attendance ${account}`),
    meetingId: id(`meeting ${code}`),
    accountId: id(account),
    agencyId: id(agency),
    position: "Officer",
    withdrawnAt,
  });
  await db
    .insert(schema.taskingAttendances)
    .values([
      attendance("av", "officer", "council"),
      attendance("av", "tenancy", "housing"),
      attendance("av", "gone", "housing", at),
      attendance("av", "guest inspector", "police"),
      attendance("bo", "elsewhere", "other council"),
    ]);
  await db.insert(schema.taskingItems).values(
    ["av", "bo", "top"].map((code) => ({
      id: id(`item ${code}`),
      meetingId: id(`meeting ${code}`),
      section: "priorities" as const,
      position: 1,
      title: "An item",
      isStanding: true,
      addedAt: at,
    })),
  );
  const action = (
    name: string,
    code: string,
    agency: string,
    number: number,
    owner: string | null = null,
  ) => ({
    id: id(name),
    groupId: id(`group ${code}`),
    number,
    kind: "environmental" as const,
    task: `The task of ${name}`,
    agencyId: id(agency),
    position: "Officer",
    ownerId: owner === null ? null : id(owner),
    dueOn: today,
    givenAt: at,
    changedAt: at,
  });
  await db
    .insert(schema.taskingActions)
    .values([
      action("council in meeting", "av", "council", 1),
      action("council before", "av", "council", 2),
      action("housing in meeting", "av", "housing", 3),
      action("housing before", "av", "housing", 4),
      action("other in meeting", "bo", "other council", 1),
      action("council of bo", "bo", "council", 2),
      action("police of top", "top", "police", 1),
      action("council of bcu", "bcu", "council", 1),
      action("roads of av", "av", "police", 5, "roads"),
    ]);
  const priorityId = await rows.priority("P-22222", "hood av");
  await db.insert(schema.taskingActions).values([
    { ...action("lights of bcu", "bcu", "council", 2), priorityId },
    { ...action("patrol of top", "top", "police", 2), priorityId },
  ]);
  await db.insert(schema.taskingEntries).values(
    (
      [
        ["av", 1, "council in meeting"],
        ["av", 2, "housing in meeting"],
        ["bo", 1, "other in meeting"],
      ] as const
    ).map(([code, number, name]) => ({
      meetingId: id(`meeting ${code}`),
      number,
      kind: "action" as const,
      itemId: id(`item ${code}`),
      words: "What was to be done",
      actionId: id(name),
      key: randomUUID(),
      at,
    })),
  );
  await db.insert(schema.taskingActionEvents).values(
    (["council in meeting", "housing before", "other in meeting"] as const).map((name) => ({
      actionId: id(name),
      at,
      to: "assigned" as const,
      dueOn: today,
      agencyId: id("council"),
    })),
  );
  const actor = (
    name: string,
    kind: Actor["kind"],
    role: Role,
    area: Area,
    agency: string | null,
  ): Actor => ({
    kind,
    accountId: id(name),
    sessionId: null,
    requestId: null,
    roles: [{ role, area, agencyId: agency === null ? null : id(agency) }],
  });
  const av: Area = { neighbourhoodIds: [id("hood av")] };
  const bo: Area = { neighbourhoodIds: [id("hood bo")] };
  const avAndBo: Area = { neighbourhoodIds: [id("hood av"), id("hood bo")] };
  return {
    id,
    nameOf,
    actors: {
      officer: actor("officer", "member", "partner", av, "council"),
      colleague: actor("colleague", "member", "partner", av, "council"),
      tenancy: actor("tenancy", "member", "partner", av, "housing"),
      gone: actor("gone", "member", "partner", av, "housing"),
      elsewhere: actor("elsewhere", "member", "partner", bo, "other council"),
      /** The officer, who speaks for another agency now. */
      changed: actor("officer", "member", "partner", bo, "other council"),
      /** The officer, whose role ended. */
      ended: { ...actor("officer", "member", "partner", av, "council"), roles: [] },
      chair: actor("chair", "member", "partnership-chair", av, "council"),
      /** The council's own system. */
      key: { ...actor("officer", "member", "partner", av, "council"), accountId: null },
      countyChair: actor("county chair", "member", "partnership-chair", av, "county"),
      sergeant: actor("sergeant", "staff", "sergeant", av, null),
      afar: actor("afar", "staff", "sergeant", bo, null),
      guest: actor("guest inspector", "staff", "training", "force", null),
      chief: actor("chief", "staff", "chief-officer", "force", null),
      commander: actor("commander", "staff", "commander", avAndBo, null),
      /** Has an action, and neither area nor seat. */
      roads: actor("roads", "staff", "response-sergeant", "force", null),
      resident: { ...actor("gone", "resident", "resident", av, null) },
      visitor: visitor(),
    },
  };
}

export type TaskingWorld = Awaited<ReturnType<typeof fillTaskingWorld>>;
