import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import routeList from "../architecture/route-list.json" with { type: "json" };
import { addresses, isOfTasking, type Address, type Fields } from "./tasking-tenants-addresses.ts";
import { difference, openAsking, trusting, type Answer, type Ask } from "./tasking-tenants-asking.ts";
import { headersOf, leaked, personIn, readers, visitor, type Reader } from "./tasking-tenants-readers.ts";
import { digestOf, unplanted } from "./tasking-tenants-rows.ts";
import { keyOf, sides, word, wordsOf } from "./tasking-tenants-words.ts";
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

const patterns = Object.entries(addresses);
/** A system with a key has the addresses of systems, a person all of them. */
const isFor = ({ key }: Reader, pattern: string) => key === null || pattern.startsWith("/api/");

const isRefusal = ({ status, location }: Answer) =>
  [401, 403, 404, 405].includes(status) || (status === 302 && /sign-in|waiting/.test(location));

/** Every pair of something of another and of what never was. */
const pairsOf = ({ asks }: Reader, { at, nowhere }: Address) => {
  const nothing = nowhere();
  return asks.flatMap((side) =>
    at(world, side).map((path, index) => ({ side, path, nothing: nothing[index] ?? "" })),
  );
};

test("every address of joint tasking that names something is in the matrix", () => {
  expect(Object.keys(addresses).sort()).toEqual(routeList.filter(isOfTasking).sort());
  expect(patterns.length).toBeGreaterThan(25);
});

test("a word is planted in every column of joint work that somebody writes in, in every area", async () => {
  expect(await unplanted(database.db)).toEqual([]);
});

type Headers = Readonly<Record<string, string>>;

/** What came of asking for what is another's, and how it is told from what never was: asked before, or again. */
async function compared(
  { path, nothing }: { path: string; nothing: string },
  headers: Headers,
  { form, before }: { form?: Fields; before?: Answer } = {},
) {
  const theirs = await ask(path, headers, form);
  const never = before ?? (await ask(nothing, headers, form));
  const found = difference(theirs, never);
  if (found.length === 0) return { theirs, never, found };
  // That a session or a key was used is kept now and then: then it is asked once more.
  const again = difference(await ask(path, headers, form), await ask(nothing, headers, form));
  return { theirs, never, found: again };
}

describe("another’s thing is refused to be read, says nothing of itself, and is as one that never was, for", () => {
  test.each(readers.map((reader) => [reader.name, reader] as const))("%s", async (_, reader) => {
    const headers = await headersOf(world, reader, server.url);
    const wrong: string[] = [];
    const known = new Map<string, Answer>();
    for (const [pattern, address] of patterns.filter(([pattern]) => isFor(reader, pattern)))
      for (const pair of pairsOf(reader, address)) {
        const before = known.get(pair.nothing);
        const { theirs, never, found } = await compared(
          pair,
          headers,
          before === undefined ? {} : { before },
        );
        known.set(pair.nothing, never);
        if (!isRefusal(theirs)) wrong.push(`${pattern} ${pair.path}: ${theirs.status}`);
        wrong.push(...leaked(reader, theirs.text).map((said) => `${pattern}: ${said}`));
        wrong.push(...found.map((said) => `${pattern} ${pair.path}: ${said}`));
      }
    expect(wrong).toEqual([]);
  });
});

describe("another’s thing takes no form, and none of them changes anything, from", () => {
  test.each(readers.map((reader) => [reader.name, reader] as const))("%s", async (_, reader) => {
    const headers = await headersOf(world, reader, server.url);
    const before = await digestOf(database.db);
    const wrong: string[] = [];
    for (const [pattern, address] of patterns.filter(([pattern]) => isFor(reader, pattern))) {
      const [pair] = pairsOf(reader, address);
      if (pair === undefined) continue;
      for (const form of address.forms?.(world, pair.side) ?? []) {
        const { theirs, found } = await compared(pair, headers, { form });
        if (!isRefusal(theirs)) wrong.push(`${pattern} ${pair.path}: ${theirs.status}`);
        wrong.push(...leaked(reader, theirs.text).map((said) => `${pattern}: ${said}`));
        wrong.push(...found.map((said) => `${pattern} ${pair.path} ${form["intent"] ?? ""}: ${said}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(await digestOf(database.db)).toEqual(before);
  });
});

// So that a refusal is one: the same addresses and forms, asked by whoever they belong to.
describe("whoever it belongs to", () => {
  const ownerOf = (pattern: string): string =>
    pattern.startsWith("/partners/advice")
      ? "adviser"
      : pattern.startsWith("/partners")
        ? "officer"
        : pattern.startsWith("/staff/impact")
          ? "inspector"
          : /^\/staff\/(?:agencies|agreements)/.test(pattern)
            ? "administrator"
            : "chair";
  const askerOf = (pattern: string, side: string): Reader => {
    if (pattern.startsWith("/api/")) return { ...visitor, key: keyOf(`key ${side}`) };
    const owner = ownerOf(pattern);
    return { ...visitor, person: personIn(owner === "administrator" ? owner : `${owner} ${side}`) };
  };
  // They say nothing of what is there already, or are opened by staff alone.
  const wordless = /\/(?:items\/new|send|call|live)$/;

  test.each(patterns)("reads %s", async (pattern, { at }) => {
    for (const side of sides) {
      const headers = await headersOf(world, askerOf(pattern, side), server.url);
      const [path = ""] = at(world, side);
      const answer = await ask(path, headers);
      expect([200, 204], `${path}: ${answer.status}`).toContain(answer.status);
      if (!wordless.test(pattern)) expect(wordsOf(answer.text, side), path).not.toEqual([]);
    }
  });

  test.each(patterns.filter(([, { forms }]) => forms !== undefined))(
    "sends a form to %s",
    async (pattern, { at, forms }) => {
      // Whoever leaves an agreement has nothing more to send, and an action is accepted once.
      const side = pattern.includes("agreements") ? "green" : pattern.startsWith("/api/") ? "red" : "blue";
      const headers = await headersOf(world, askerOf(pattern, side), server.url);
      const [path = ""] = at(world, side);
      const [form = {}] = forms?.(world, side) ?? [];
      const answer = await ask(path, headers, form);
      expect(answer.status, answer.text.slice(0, 500)).toBeLessThan(400);
    },
  );

  test("has mail and notices of it without a word of what it is about", async () => {
    const mails = await database.db.select().from(schema.messages);
    const notices = await database.db.select().from(schema.staffNotices);
    expect(mails.length).toBeGreaterThan(0);
    expect(notices.length).toBeGreaterThan(0);
    // A calendar file folds its lines.
    const told = JSON.stringify([mails, notices]).replaceAll("\\r\\n ", "");
    // Whose it is, where, and the reader's own name: what a calendar needs.
    const may = ["groupname", "place", "joining", "name"];
    for (const side of sides) {
      const allowed = may.map((column) => word(side, column));
      expect(wordsOf(told, side).filter((found) => !allowed.includes(found))).toEqual([]);
    }
  });
});
