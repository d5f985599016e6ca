import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { files, isCode, isTest, isText, read, root } from "./tree.ts";

const code = files.filter((path) => isCode(path) && /^(app|db|geo)\//.test(path) && !isTest(path));

/** Where a pattern stands, as `file:line text`. */
function places(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

test("only app/env.server.ts and what starts the process read the environment", () => {
  const readers = new Set([
    "app/env.server.ts",
    "app/server/build.js",
    "app/server/start.js",
    "app/cli/data.js",
  ]);
  expect(
    places(
      code.filter((path) => !readers.has(path)),
      /process\.env/,
    ),
  ).toEqual([]);
});

test("SQL and drizzle stay in db/", () => {
  const rooms = code.filter((path) => /^(geo|app)\//.test(path));
  expect(places(rooms, /from "(drizzle-orm|postgres|@electric-sql\/pglite|#db\/schema)/)).toEqual([]);
});

test("the rules of the field and geography take the clock and chance as arguments", () => {
  const pure = code.filter((path) => /^(geo|app\/domain)\//.test(path));
  expect(places(pure, /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(/)).toEqual([]);
});

test("no file names a folder of somebody's machine", () => {
  const texts = files.filter((path) => isText(path) && path !== "package-lock.json");
  expect(places(texts, /(?:^|[\s"'`(=:])\/(?:home|Users|root|work|tmp|mnt)\//)).toEqual([]);
});

test("the lock file names no registry but npm's own", () => {
  const hosts = [...read("package-lock.json").matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(
    ([, host]) => host,
  );
  expect([...new Set(hosts)].filter((host) => host !== "registry.npmjs.org")).toEqual([]);
});

const sharedData = join(root, "../shared/data");

describe.skipIf(!existsSync(sharedData))("open data lent for tests (needs ../shared/data)", () => {
  const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

  test("no file of the repository is a copy of one", () => {
    const ours = new Map(files.map((path) => [statSync(join(root, path)).size, path]));
    const copies = readdirSync(sharedData, { recursive: true, encoding: "utf8" })
      .map((path) => join(sharedData, path))
      .filter((path) => statSync(path).isFile() && statSync(path).size > 0)
      .filter((path) => {
        const same = ours.get(statSync(path).size);
        return same !== undefined && digest(path) === digest(join(root, same));
      });
    expect(copies).toEqual([]);
  });
});

test("a page reads under the scope of whoever asks, or hands the database to a service", () => {
  const routes = code.filter((path) => path.startsWith("app/routes/"));
  expect(places(routes, /(?<!withActor)\((?:context\.)?db[,)]/)).toEqual([]);
});
