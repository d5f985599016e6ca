import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "#app/server/package-root.ts";
import { realForceSettings } from "#tests/support/real-force.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";

let folder: string;
beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), "process-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs one of the two entry points to its end. */
function runToEnd(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(packageRoot, script), ...words], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      ...env,
    },
  });
  const ended: Ended = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (ended.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (ended.err += chunk.toString()));
  return new Promise((resolve) =>
    child.once("close", (code) => {
      resolve({ ...ended, code });
    }),
  );
}

const start = (env?: Readonly<Record<string, string>>) => runToEnd("app/server/start.js", [], env);
const data = (...words: string[]) => runToEnd("app/cli/data.js", words);

describe("npm start", () => {
  it("says where it is, refuses a second one on the same data, stops in good order and gives the folder back", async () => {
    const dataDir = join(folder, "data");
    const server = await startServer({ dataDir });
    expect(server.output()).toMatch(
      /^Safer Neighbourhoods is at http:\/\/localhost:\d+ \(a demonstration\)$/m,
    );

    const second = await start();
    expect(second.code).toBe(1);
    expect(second.err.trim()).toBe(
      `The data folder ${dataDir} is in use by process ${server.pid}. Stop that process first, or set DATA_DIR to another folder.`,
    );

    expect(await server.stop()).toBe(0);
    expect(existsSync(join(dataDir, "server.pid"))).toBe(false);
    expect(existsSync(join(dataDir, "control.sock"))).toBe(false);
  });

  it("names a port that is taken, in one line", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = String(typeof address === "object" ? address?.port : "");
    const { code, err } = await start({ PORT: port });
    other.close();
    expect([code, err.trim()]).toEqual([
      1,
      `Port ${port} is in use. Stop what uses it, or set PORT to another number.`,
    ]);
  });

  it("lists every wrong setting, without a stack", async () => {
    const { code, err } = await start({ PORT: "many", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(err).toContain("PORT");
    expect(err).toContain("LOG_LEVEL");
    expect(err).not.toContain("    at ");
  });

  it("refuses to serve the demonstration as a real force", async () => {
    const { code, err } = await start(realForceSettings);
    expect(code).toBe(1);
    expect(err).toMatch(/^This database holds the demonstration/);
    expect(err).not.toContain("    at ");
  });
});

describe("npm run data", () => {
  const csv = "name,kind,lat,lng\nTestwell,village,53.1,-1.6\n";

  it("hands its job to a running server, which answers from it at once, and opens the database itself when none runs", async () => {
    writeFileSync(join(folder, "places.csv"), csv);
    const server = await startServer({ dataDir: join(folder, "data") });
    const handed = await data("places", "import", "places.csv");
    expect([handed.code, handed.err]).toEqual([0, ""]);
    const found = await (await fetch(`${server.url}/api/v1/places?q=testwell`)).text();
    expect(found).toContain('"name":"Testwell"');

    // Killed, it leaves its lock and its socket behind.
    process.kill(server.pid, "SIGKILL");
    await server.stop();
    const alone = await data("places", "rollback");
    expect([alone.code, alone.err]).toEqual([0, ""]);
    expect(existsSync(join(folder, "data/server.pid"))).toBe(false);
  });

  it("says what is wrong with a file, and where, and exits 1", async () => {
    writeFileSync(join(folder, "bad.csv"), `${csv}Nowhere,village,north,-1.6\n`);
    const { code, err } = await data("places", "import", "bad.csv");
    expect(code).toBe(1);
    expect(err).toMatch(/^ {2}line 3/m);
  });

  it.each([
    [["--help"], 0, /boundaries +import, rollback/],
    [["boundaries", "--help"], 0, /rollback/],
    [["postcodes", "import", "--help"], 0, /--dry-run/],
    [["structure", "import", "--template"], 0, /neighbourhood_code/],
    [["bounderies"], 1, /Did you mean boundaries\?/],
    [["boundaries", "improt"], 1, /Did you mean import\?/],
    [["boundaries", "import", "--nonsense"], 1, /unknown option/],
    [["places", "import", "no-such-file.csv"], 1, /no-such-file\.csv/],
  ])("%j exits %i and says %o", async (words, code, said) => {
    const ended = await data(...words);
    expect(`${ended.out}${ended.err}`).toMatch(said);
    expect(ended.code).toBe(code);
  });
});
