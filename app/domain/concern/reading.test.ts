import { describe, expect, test } from "vitest";
import { roles, type Role } from "#app/domain/access.ts";
import type { Actor } from "#app/domain/actor.ts";
import { readableBy, readableParts, type ReadableConcern } from "./reading.ts";

const here = "here";
const actorOf = (role: Role, neighbourhoodId = here): Actor => ({
  kind: "staff",
  accountId: "somebody",
  sessionId: null,
  requestId: null,
  roles: [{ role, area: { neighbourhoodIds: [neighbourhoodId] }, agencyId: null }],
});

const concern = (changes: Partial<ReadableConcern> = {}): ReadableConcern => ({
  neighbourhoodId: here,
  state: "triage",
  isUrgent: false,
  publishedAt: null,
  ...changes,
});

const [plain, urgent, diverted, appealed, published] = [
  concern(),
  concern({ isUrgent: true }),
  concern({ state: "diverted-crime" }),
  concern({ state: "appealed" }),
  concern({ state: "published-candidate", publishedAt: new Date(0) }),
];

// w reads the words, r who raised it as well, t the public text alone, - nothing.
const table = `
                    plain urgent diverted appealed published
constable           r     r      r        r        r
sergeant            r     r      r        r        r
inspector           r     r      r        r        r
duty-inspector      r     r      r        r        r
commander           -     -      -        w        -
analyst             w     w      w        w        w
communications      -     -      -        -        t
moderator           r     r      r        r        r
records             r     r      r        r        r
contact-centre      -     r      r        -        -
`;

const lines = table.trim().split("\n").slice(1);
const byRole = new Map(
  lines.map((line) => {
    const [role = "", ...letters] = line.split(/ +/);
    return [role, letters];
  }),
);

describe.each(roles)("%s", (role) => {
  const letters = byRole.get(role) ?? ["-", "-", "-", "-", "-"];
  test.each([plain, urgent, diverted, appealed, published].map((one, at) => [letters[at], one] as const))(
    "%s",
    (letter, one) => {
      const expected = {
        r: { words: true, raiser: true },
        w: { words: true, raiser: false },
        t: { words: false, raiser: false },
      }[letter ?? ""];
      expect(readableBy(actorOf(role), one)).toEqual(expected ?? null);
    },
  );
});

test("nothing of another neighbourhood", () => {
  expect(readableBy(actorOf("sergeant", "elsewhere"), plain)).toBeNull();
  expect(readableBy(actorOf("contact-centre", "elsewhere"), urgent)).toEqual({ words: true, raiser: true });
});

test("the parts of a list", () => {
  expect(readableParts(actorOf("commander")).map(({ part }) => part)).toEqual(["appealed"]);
  expect(readableParts(actorOf("training"))).toEqual([]);
});
