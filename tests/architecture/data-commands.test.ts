import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../app/server/build.js";
import { root } from "./tree.ts";

/** The commands that stay stable, by noun. */
const promised = [
  ["boundaries", "import"],
  ["boundaries", "rollback"],
  ["postcodes", "import"],
  ["postcodes", "rollback"],
  ["structure", "import"],
  ["structure", "rollback"],
  ["teams", "import"],
  ["teams", "rollback"],
  ["places", "import"],
  ["incidents", "import"],
  ["abstractions", "renew"],
  ["force", "set"],
  ["backup", "create"],
  ["backup", "restore"],
  ["backup", "verify"],
  ["database", "move-to-postgres"],
  ["people", "make-administrator"],
  ["audit", "verify"],
  ["retention", "run"],
] as const;

const data = (...words: string[]) =>
  execFileSync(process.execPath, [join(root, "app/cli/data.js"), ...words], { cwd: root, encoding: "utf8" });

describe("npm run data", () => {
  beforeAll(() => ensureBuilt(), 180_000);

  test("--help names every noun", () => {
    const help = data("--help");
    for (const [noun] of promised) expect(help).toContain(noun);
  });

  test.each(promised)("%s --help names %s", (noun, verb) => {
    expect(data(noun, "--help")).toContain(verb);
  });
});
