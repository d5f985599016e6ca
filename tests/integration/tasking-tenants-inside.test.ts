import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { dayIn, type Fields } from "./tasking-tenants-addresses.ts";
import { difference, openAsking, trusting, type Ask } from "./tasking-tenants-asking.ts";
import { headersOf, leaked, readers } from "./tasking-tenants-readers.ts";
import { digestOf } from "./tasking-tenants-rows.ts";
import { groupOf, meetingIn, referenceIn, type Side } from "./tasking-tenants-words.ts";
import { fillTenantWorld, type TenantWorld } from "./tasking-tenants-world.ts";

const heard: string[] = [];
let database: TestDatabase;
let server: ListeningServer;
let world: TenantWorld;
let ask: Ask;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase({ logQuery: (query) => void heard.push(query) });
  world = await fillTenantWorld(database.db);
  server = await listenForTest(database.db, trusting);
  ask = openAsking(server, heard);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const own = "red";
const room = `/staff/tasking/meetings/${meetingIn(own, "open")}`;
const group = `/staff/tasking/groups/${groupOf(own)}`;
const impact = `/staff/impact/${referenceIn(own, "K")}`;
const assessed: Fields = {
  ...Object.fromEntries(
    ["what", "communities", "moodNow", "moodExpected", "experienced", "evidenced", "potential"].map(
      (name) => [name, "New."],
    ),
  ),
  proportionality: "New.",
  communications: "New.",
  version: "1",
  trigger: "event",
  isProportionate: "yes",
};

/** Something of one's own into which something else is put by name: whose, where it goes, and what is put there. */
type Inside = readonly [
  what: string,
  reader: string,
  path: string,
  form: (name: string) => Fields | null,
  names: (side: Side) => string,
  never: string,
];
const named = (name: string) => (side: Side) => world.id(`${name} ${side}`);
const key = randomUUID();
const never = randomUUID();

const inside: readonly Inside[] = [
  ["an item on its own agenda", "chair red", `${room}/items/:name`, () => null, named("item open"), never],
  [
    "an item of its own agenda, changed",
    "chair red",
    `${room}/items/:name`,
    () => ({ intent: "change", version: "1", title: "Changed", marking: "official" }),
    named("item open"),
    never,
  ],
  [
    "an item of a note",
    "chair red",
    `${room}/record`,
    (itemId) => ({ intent: "note", key, itemId, words: "Quieter." }),
    named("item open"),
    never,
  ],
  [
    "an item of a decision that a screen sends",
    "chair red",
    `${room}/send`,
    (itemId) => ({ intent: "decision", key, itemId, words: "We go on.", reason: "It helps." }),
    named("item open"),
    never,
  ],
  [
    "an item of an action",
    "chair red",
    `${room}/record`,
    (itemId) => ({
      ...{ intent: "action", key, itemId, kind: "housing", task: "Mend the gate" },
      ...{ agencyId: world.id(own), position: "Officer", ...dayIn(world.today, "dueOn") },
    }),
    named("item open"),
    never,
  ],
  [
    "an item with a line for residents",
    "chair red",
    `${room}/record`,
    (id) => ({ intent: "feedback", itemId: `${id}.1`, line: "The gate is mended." }),
    named("item open"),
    never,
  ],
  [
    "an action from last time",
    "chair red",
    `${room}/record`,
    (actionId) => ({ intent: "carried", key, actionId, outcome: "withdrawn", words: "Not needed." }),
    named("police action"),
    never,
  ],
  [
    "somebody at the door",
    "inspector red",
    `${room}/door`,
    (id) => ({
      intent: "door",
      key,
      "people[0].id": id,
      "people[0].was": "invited",
      "people[0].state": "absent",
    }),
    (side) => world.id(`officer ${side} at open`),
    never,
  ],
  [
    "a seat",
    "chair red",
    `${group}/members`,
    (member) => ({ intent: "leave", member }),
    (side) => world.id(`seat officer ${side}`),
    never,
  ],
  [
    "somebody for a seat",
    "chair red",
    `${group}/members`,
    (accountId) => ({ intent: "join", accountId, position: "Officer" }),
    named("officer"),
    never,
  ],
  [
    "somebody who chairs the group",
    "chair red",
    `${group}/change`,
    (chairId) => ({ version: "1", name: "Another name", chairId }),
    named("officer"),
    never,
  ],
  [
    "the meeting of an assessment",
    "inspector red",
    `${impact}/change`,
    (meeting) => ({ ...assessed, "neighbourhoodIds[0]": world.id("hood red"), meeting }),
    (side) => meetingIn(side, "open"),
    "J-99999",
  ],
  [
    "the neighbourhood of an assessment",
    "inspector red",
    `${impact}/change`,
    (hood) => ({ ...assessed, "neighbourhoodIds[0]": hood }),
    named("hood"),
    never,
  ],
  [
    "the meeting of a new assessment",
    "inspector red",
    "/staff/impact/new",
    (meeting) => ({ ...assessed, tension: "low", "neighbourhoodIds[0]": world.id("hood red"), meeting }),
    (side) => meetingIn(side, "open"),
    "J-99999",
  ],
  [
    "a question that was answered",
    "inspector red",
    impact,
    (id) => ({ intent: "advice", id, advice: "Speak with the committee." }),
    named("question"),
    never,
  ],
  [
    "an action of an assessment",
    "inspector red",
    impact,
    (id) => ({ intent: "finish-action", id, result: "Done." }),
    named("impact action"),
    never,
  ],
];

test.each(inside)(
  "%s, where it is another’s, is as one that never was",
  async (_, name, path, form, names, nowhere) => {
    const reader = readers.find((each) => each.name === name);
    if (reader === undefined) throw new Error(`There is no ${name}.`);
    const headers = await headersOf(world, reader, server.url);
    const before = await digestOf(database.db);
    const put = (value: string) => ask(path.replace(":name", value), headers, form(value) ?? undefined);
    const theirs = await put(names("green"));
    const nothing = await put(nowhere);
    expect(difference(theirs, nothing)).toEqual([]);
    expect(leaked(reader, theirs.text)).toEqual([]);
    expect(await digestOf(database.db)).toEqual(before);
  },
);
