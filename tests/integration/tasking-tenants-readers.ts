import { cookieOf } from "#tests/support/people.ts";
import { keyOf, sides, tenants, word, wordsOf, type Side, type Tenant } from "./tasking-tenants-words.ts";
import type { TenantWorld } from "./tasking-tenants-world.ts";

/** Somebody, or a system, that asks for what is not theirs. */
export interface Reader {
  name: string;
  /** Who of the world it is; null for a system with a key, and for a visitor. */
  person: { name: string; kind: "staff" | "member" } | null;
  key: string | null;
  /** Whose things it asks for. */
  asks: readonly Side[];
  /** Whose words it may read. */
  reads: readonly Tenant[];
  /** Words of others that it may read all the same. */
  besides: readonly string[];
}

const ofRed: readonly Tenant[] = ["red", "grey", "amber"];
const others = (side: Side): readonly Side[] => sides.filter((one) => one !== side);

/** Nobody in particular. */
export const visitor: Reader = {
  name: "a visitor",
  person: null,
  key: null,
  asks: ["red"],
  reads: [],
  besides: [],
};
const isMember = (name: string) => /^(?:officer|chair|former|lapsed|taken member|changed)/.test(name);
export const personIn = (name: string) => ({ name, kind: isMember(name) ? "member" : "staff" }) as const;
const person = (name: string, more: Partial<Reader> = {}): Reader => ({
  ...visitor,
  name,
  person: personIn(name),
  ...more,
});
const key = (name: string, more: Partial<Reader> = {}): Reader => ({
  ...visitor,
  name,
  key: keyOf(name),
  ...more,
});

/** Everybody who asks: each with what is not theirs. */
export const readers: readonly Reader[] = [
  ...sides.flatMap((side) => [
    // Red's group works with two agencies more.
    person(`officer ${side}`, { asks: others(side), reads: side === "red" ? ofRed : [side] }),
    key(`key ${side}`, { asks: others(side), reads: [side] }),
  ]),
  ...["chair red", "sergeant red", "inspector red", "adviser red"].map((name) =>
    person(name, { asks: others("red"), reads: ofRed }),
  ),
  key("ended key red"),
  // Asked to red's meetings once: knows the name of the group that gave its own agency something, and no more.
  person("former attendee", { asks: ["red", "green"], reads: ["grey"], besides: [word("red", "groupname")] }),
  key("key grey", { reads: ["grey"], besides: [word("red", "groupname")] }),
  // Is told which agreement of its own agency it was.
  ...["lapsed", "lapsed chair"].map((name) => person(name, { besides: [word("amber", "title")] })),
  key("key amber"),
  person("taken member"),
  person("taken sergeant"),
  person("changed", { asks: others("green"), reads: ["green"] }),
  person("trainer"),
  visitor,
];

/** The words in a text that are not a reader's to read. Its own name is nobody's secret from it. */
export const leaked = ({ reads, besides, person }: Reader, text: string): string[] =>
  tenants
    .filter((tenant) => !reads.includes(tenant))
    .flatMap((tenant) => wordsOf(text, tenant))
    .filter((found) => !besides.includes(found))
    .filter((found) => person === null || !/^Zq[a-z]+name$/.test(found) || !isOwnName(person.name, found));

const isOwnName = (name: string, found: string) =>
  (name.startsWith("lapsed") && found === word("amber", "name")) ||
  (/^taken/.test(name) && found === word("red", "name")) ||
  (name === "trainer" && found === word("grey", "name"));

/** What a reader sends with each request. */
export async function headersOf(
  { db, id }: Pick<TenantWorld, "db" | "id">,
  reader: Reader,
  site: string,
): Promise<Record<string, string>> {
  if (reader.key !== null) return { Authorization: `Bearer ${reader.key}` };
  if (reader.person === null) return { Origin: site };
  const { name, kind } = reader.person;
  return { Origin: site, Cookie: await cookieOf(db, { id: id(name), kind }) };
}
