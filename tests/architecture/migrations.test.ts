import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./tree.ts";

let copy = "";

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-schema-"));
  for (const name of ["db", "geo", "app/domain", "drizzle.config.ts", "package.json", "tsconfig.json"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterEach(() => {
  rmSync(copy, { recursive: true, force: true });
});

const drizzleKit = (verb: string) =>
  execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", verb], { cwd: copy, encoding: "utf8" });
const migrations = () => readdirSync(join(copy, "db/migrations")).sort();

test("the schema and its migrations agree", () => {
  const before = migrations();
  const said = drizzleKit("generate");
  expect(migrations(), said).toEqual(before);
  drizzleKit("check");
});
