import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import routeList from "../architecture/route-list.json" with { type: "json" };
import { openAsking, trusting, type Ask } from "./tasking-tenants-asking.ts";
import { addMore } from "./tasking-tenants-more.ts";
import { headersOf, leaked, readers, type Reader } from "./tasking-tenants-readers.ts";
import { referenceIn, sides, word } from "./tasking-tenants-words.ts";
import { fillTenantWorld, hoodOf, type TenantWorld } from "./tasking-tenants-world.ts";

let database: TestDatabase;
let server: ListeningServer;
let world: TenantWorld;
let ask: Ask;
beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  world = await fillTenantWorld(database.db);
  server = await listenForTest(database.db, trusting);
  ask = openAsking(server, []);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

// All that one area has: of the others, the same.
const asking = readers.filter(({ name, key }) => key === null && !/(?:green|blue|adviser red)$/.test(name));

/** Every address that names nothing: each shows whatever its reader may find. */
const plain = [
  ...routeList.filter((path) => !/[:*]/.test(path) && path !== "/sign-out"),
  "/metrics",
  "/sitemap.xml",
];
// Enough of a word to find it by, and too little to be taken for it when it is said back.
const searched = [
  "/search",
  "/staff/concerns",
  "/staff/residents",
  "/staff/people",
  "/staff/tasking/actions",
];
const searches = searched.flatMap((path) => ["Zqgree", "Zqblu", "Zqre"].map((word) => `${path}?q=${word}`));
const publicOf = sides.flatMap((side) => [
  ...["", "/changes.atom", "/feedback"].map((rest) => `/priorities/${referenceIn(side, "P")}${rest}`),
  ...["", "/priorities", "/changes.atom", "/calendar.ics", "/meetings", "/poster"].map(
    (rest) => `/neighbourhoods/${hoodOf[side]}${rest}`,
  ),
  `/api/v1/neighbourhoods/${hoodOf[side]}`,
  `/api/v1/priorities?neighbourhood=${hoodOf[side]}`,
]);

// The police give seats to whomever they choose; and what somebody is and where they sat is about themselves.
const namesOf = sides.map((side) => word(side, "name"));
const seatsOf = ["groupname", "seatposition", "attendeeposition"].map((column) => word("red", column));
const mayKnow = ({ person }: Reader, path: string): readonly string[] =>
  path === "/staff/tasking/groups/new" && person?.kind === "staff"
    ? namesOf
    : path === "/account/data/download"
      ? seatsOf
      : [];

describe("no list, search, feed, calendar, download or count shows a word of another’s to", () => {
  test.each(asking.map((reader) => [reader.name, reader] as const))("%s", async (_, reader) => {
    const headers = await headersOf(world, reader, server.url);
    const wrong: string[] = [];
    for (const path of [...plain, ...searches, ...publicOf]) {
      const { status, text } = await ask(path, headers);
      if (status >= 500) wrong.push(`${path}: ${status}`);
      const knows = mayKnow(reader, path);
      wrong.push(
        ...leaked(reader, text)
          .filter((one) => !knows.includes(one))
          .map((said) => `${path}: ${said}`),
      );
    }
    expect(wrong).toEqual([]);
  });
});

/** Where things are counted, listed and downloaded. */
const counting = [
  ...routeList.filter(
    (path) => !path.includes(":") && /^\/(?:partners|staff\/(?:tasking|impact))(?:\/|$)/.test(path),
  ),
  ...["/staff", "/staff/notices", "/staff/exceptions", "/partners?asked=all", "/account"],
  ...["/", "/priorities/P-22222", "/api/v1/priorities"],
].filter((path) => !/passkey|authenticator|sign-in|lost/.test(path));

test("however much more there is of others, each page, file and count stays as it was", async () => {
  const all: readonly Reader[] = [
    ...asking.filter(({ reads, name }) => reads.includes("red") || name === "a visitor"),
    ...readers.filter(({ name }) => ["key red", "adviser red"].includes(name)),
  ];
  const look = async () => {
    // Downloads are counted as well; here they are to be answered each time.
    await database.db.delete(schema.allowances);
    const seen = new Map<string, string>();
    for (const reader of all) {
      const headers = await headersOf(world, reader, server.url);
      const paths = reader.key === null ? counting : ["/api/v1/tasking/actions?state=all"];
      for (const path of paths) {
        const { status, text } = await ask(path, headers);
        seen.set(`${reader.name} ${path}`, `${status} ${withoutOwn(text)}`);
      }
    }
    return seen;
  };
  await look();
  const before = await look();
  expect([...before.values()].filter((said) => said.startsWith("200")).length).toBeGreaterThan(20);
  await addMore(world, "green");
  await addMore(world, "blue");
  const after = await look();
  const changed = [...before].filter(([path, said]) => after.get(path) !== said).map(([path]) => path);
  expect(changed).toEqual([]);
  // And it shows where it is theirs.
  await addMore(world, "red");
  const grown = await look();
  for (const path of [
    "officer red /partners",
    "sergeant red /staff/tasking",
    "key red /api/v1/tasking/actions?state=all",
  ])
    expect(grown.get(path)).not.toBe(before.get(path));
});

/** Without what is new whenever the same is asked again: keys of forms, and what the reader's own looking left behind. */
const withoutOwn = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "moment");
