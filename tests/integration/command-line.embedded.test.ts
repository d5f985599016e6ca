import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureBuilt } from "#app/server/build.js";
import { realForceSettings } from "#tests/support/real-force.ts";
import { runData } from "./killed-import.ts";

const folder = mkdtempSync(join(tmpdir(), "command-line-"));
const plain = join(folder, "postcodes.csv");
beforeAll(async () => {
  await ensureBuilt();
  writeFileSync(plain, "postcode,lat,lng\nDE4 3AG,53.138,-1.553\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (words: readonly string[], env: Readonly<Record<string, string>>) => runData(words, env).ended;

test("on a folder where no server ever ran, a demonstration is filled before the import", async () => {
  const env = { DATA_DIR: join(folder, "demonstration"), LOG_LEVEL: "silent" };
  const first = await run(["postcodes", "import", plain], env);
  expect(first.output).toContain("The demonstration force is ready: 103 neighbourhoods");
  expect(first.code).toBe(0);
  const again = await run(["postcodes", "rollback"], env);
  expect(again.output).toContain("no postcodes are in force now");
  expect(again.output).not.toContain("demonstration force");
  const real = await run(["postcodes", "import", plain], {
    ...env,
    ...realForceSettings,
  });
  expect(real).toMatchObject({ code: 1 });
  expect(real.output).toContain("This database holds the demonstration");
});
