import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grants, roles, type Role } from "#app/domain/access.ts";
import { permissions, type Permission } from "#app/domain/permissions.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { findForce } from "#db/queries/force.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import routeList from "../architecture/route-list.json" with { type: "json" };
import type { Opener, Things } from "./access-entry.ts";
import { fillAccessThings, neighbourhood } from "./access-things.ts";
import { matrix } from "./access-matrix.ts";

const minute = 60_000;
const staleAfter = 11 * minute;
const members: readonly Role[] = ["partner", "partnership-chair", "panel-member", "kin-member"];
const signedInRoles = roles.filter((role) => role !== "visitor");

let database: TestDatabase;
let demonstration: ListeningServer;
let real: ListeningServer;
let things: Things;

beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  const facts = { finder: await loadFinder(db), force: await findForce(db) };
  demonstration = await listenForTest(db, {}, facts);
  real = await listenForTest(
    db,
    {
      DEMO: "off",
      SESSION_SECRET: "x".repeat(32),
      PUBLIC_URL: "https://neighbourhoods.example",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "no-reply@neighbourhoods.example",
      OIDC_ISSUER: "https://identity.example",
      OIDC_CLIENT_ID: "us",
      OIDC_CLIENT_SECRET: "secret",
    },
    facts,
  );
  things = await fillAccessThings(db);
});
afterAll(async () => {
  await demonstration.close();
  await real.close();
  await database.close();
});

/** Somebody new with one role in Alfreton (the whole force for a role that has no area), signed in so long ago. */
async function cookieAs(role: Role, signedInMsAgo = 0): Promise<string> {
  const now = new Date(Date.now() - signedInMsAgo);
  const area = grants[role].area === undefined ? undefined : neighbourhood;
  const { cookie } = await signedInAs(database.db, role, {
    now,
    agencyId: /^partner/.test(role) ? seedId("agency", "amber-valley") : null,
    ...(area === undefined ? {} : { area }),
  });
  return cookie;
}

type Answer = "in" | "to sign in" | "to prove it again" | "forbidden" | "not there" | "takes no form";

async function ask(
  path: string,
  method: "GET" | "POST",
  cookie: string | null,
  site = demonstration,
): Promise<Answer> {
  const response = await fetch(`${site.url}${path}`, {
    method,
    redirect: "manual",
    headers: { ...(cookie === null ? {} : { Cookie: cookie }), Origin: site.url },
    ...(method === "POST" ? { body: new URLSearchParams() } : {}),
  });
  await response.arrayBuffer();
  const { status } = response;
  const location = response.headers.get("Location") ?? "";
  expect(status, `${method} ${path}`).toBeLessThan(500);
  if (status === 401 || status === 403) return "forbidden";
  if (status === 404) return "not there";
  // Said to everybody alike, before the address is asked anything.
  if (status === 405) return "takes no form";
  if (/^\/(?:staff\/|partners\/)?sign-in(?:\?|$)/.test(location) && status < 400) return "to sign in";
  return location.startsWith("/account/confirm") ? "to prove it again" : "in";
}

const mayOpen = (role: Role, opener: Opener | readonly Permission[]): boolean => {
  if (typeof opener !== "string") return opener.some((permission) => isGranted(role, permission));
  if (opener === "anyone" || opener === "demonstration" || opener === "signed-in") return true;
  if (opener === "resident") return role === "resident";
  if (opener === "staff") return role !== "resident" && !members.includes(role);
  if (opener === "member") return members.includes(role);
  if (opener === "agency-key") return false;
  if (opener === "seat") return mayOpen(role, "staff") || isGranted(role, "tasking:read-own-meetings");
  return [opener].flat().some((permission) => isGranted(role, permission));
};
const isGranted = (role: Role, permission: Permission) =>
  Object.values(grants[role]).some((held) => held.includes(permission));

const isPermission = (opener: Opener): opener is Permission =>
  permissions.some((permission) => permission === opener);
const reachesAll = (role: Role, permission: Permission) => grants[role].force?.includes(permission) === true;
/** Whether some role may open this only where it is theirs. */
const isScoped = (opens: Opener | readonly Permission[]) =>
  [opens]
    .flat()
    .filter(isPermission)
    .some((opener) => roles.some((role) => isGranted(role, opener) && !reachesAll(role, opener)));

test("the matrix has every address there is, and no other", () => {
  expect(Object.keys(matrix).sort()).toEqual([...routeList].sort());
});

const openers = ["anyone", "signed-in", "resident", "staff", "member", "demonstration", "agency-key", "seat"];

test("permissions in it are permissions", () => {
  const words: readonly string[] = [...openers, ...permissions];
  for (const { opens, changes } of Object.values(matrix)) {
    for (const opener of [opens, changes ?? []].flat()) expect(words).toContain(opener);
  }
});

test("what is one area's or agency's is asked for elsewhere too", () => {
  const one = Object.entries(matrix).filter(
    ([address, { opens }]) => address.includes(":") && isScoped(opens),
  );
  expect(one.length).toBeGreaterThan(0);
  expect(one.filter(([, { elsewhere }]) => elsewhere === undefined).map(([address]) => address)).toEqual([]);
});

describe.each(Object.entries(matrix))(
  "%s",
  (
    address,
    { opens, opensOwn = [], changes = opens, isFreshOnly, at, elsewhere, isAnothers, isTheirs = [] },
  ) => {
    const path = () => at?.(things) ?? address;
    const isOpen = opens === "anyone" || opens === "demonstration";
    // What is a resident's own is not there for anybody else.
    const there = (role: Role) => (isAnothers === true && !isTheirs.includes(role) ? "not there" : "in");
    const closedTo = (role: Role) =>
      opens === "resident" || mayOpen(role, opensOwn) ? "not there" : "forbidden";

    test("anonymous", async () => {
      const [got, sent] = [await ask(path(), "GET", null), await ask(path(), "POST", null)];
      if (isOpen) expect([got, sent]).not.toContain("forbidden");
      else if (opens === "agency-key") expect([got, sent]).toEqual(["forbidden", "forbidden"]);
      else {
        // What only takes a form is not there to be read.
        expect(got).toBe("to sign in");
        expect(["to sign in", "takes no form"]).toContain(sent);
      }
      if (opens === "demonstration") expect(await ask(path(), "GET", null, real)).toBe("not there");
    });

    test("every role", async () => {
      for (const role of signedInRoles) {
        // Reading ends no session.
        const cookie = await cookieAs(role);
        const got = await ask(path(), "GET", cookie);
        const sent = await ask(path(), "POST", cookie);
        const [opened, changed] = [mayOpen(role, opens), mayOpen(role, changes)];
        if (isOpen) expect(got, `${role} opens it`).not.toBe("forbidden");
        else expect(got, `${role} opens it`).toBe(opened ? there(role) : closedTo(role));
        expect(sent === "forbidden" && changed, `${role} sends its form`).toBe(false);
        if (!changed)
          expect(["forbidden", "not there", "takes no form"], `${role} sends its form`).toContain(sent);
      }
    });

    const asked = [opens].flat().filter(isPermission);
    if (elsewhere !== undefined && asked.length > 0) {
      test("every role, elsewhere", async () => {
        for (const role of signedInRoles.filter((one) => mayOpen(one, asked))) {
          const expected = asked.some((permission) => reachesAll(role, permission)) ? "in" : "not there";
          expect(await ask(elsewhere(things), "GET", await cookieAs(role)), role).toBe(expected);
          if (expected === "not there")
            expect(["forbidden", "not there", "takes no form"], `${role} sends its form`).toContain(
              await ask(elsewhere(things), "POST", await cookieAs(role)),
            );
        }
      });
    }

    if (isFreshOnly !== true) return;
    test("a proof of long ago is asked for again", async () => {
      for (const role of signedInRoles.filter((one) => mayOpen(one, opens)))
        expect(await ask(path(), "GET", await cookieAs(role, staleAfter)), role).toBe("to prove it again");
    });
  },
);
