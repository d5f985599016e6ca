import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { dataCommand } from "#app/cli/command.ts";
import { runOnServer } from "#app/cli/control-client.ts";
import type { ControlMessage } from "#app/cli/control-protocol.ts";
import { controlSocketPath } from "#app/cli/control-socket.ts";
import { createLogTo } from "#app/server/log.ts";
import { setUpControl } from "#app/server/set-up-control.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const slow = { began: 0, aborted: 0 };
const bare = { noun: "test", summary: "", arguments: [], options: [] } as const;
const commands = [
  dataCommand({
    ...bare,
    verb: "echo",
    input: z.object({ word: z.string() }),
    run: ({ say, progress }, { word }) => {
      progress({ stage: "Saying", done: 1, total: 2, unit: "rows" });
      say(word);
      return Promise.resolve();
    },
  }),
  dataCommand({
    ...bare,
    verb: "refuse",
    input: z.object({}),
    run: () => Promise.reject(new ImportRefused("No.", [{ where: "line 2", message: "is wrong" }])),
  }),
  dataCommand({
    ...bare,
    verb: "fail",
    input: z.object({}),
    run: () => Promise.reject(new Error("unforeseen")),
  }),
  dataCommand({
    ...bare,
    verb: "wait",
    input: z.object({}),
    run: async ({ signal }) => {
      slow.began += 1;
      await wait(60_000, null, { signal }).finally(() => (slow.aborted += 1));
    },
  }),
];

let database: TestDatabase;
let folder: string;
let stop: () => Promise<void>;
let afterJobs = 0;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "control-"));
  Object.assign(slow, { began: 0, aborted: 0 });
  afterJobs = 0;
  stop = await listen();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const listen = () =>
  setUpControl({
    dataDir: folder,
    db: database.db,
    commands,
    afterJob: () => Promise.resolve(void (afterJobs += 1)),
    log: createLogTo({ write: () => undefined }, "silent"),
  });

async function run(verb: string, input: Record<string, unknown> = {}, signal = new AbortController().signal) {
  const messages: ControlMessage[] = [];
  const outcome = await runOnServer({
    socketPath: controlSocketPath(folder),
    request: { noun: "test", verb, input },
    onMessage: (message) => messages.push(message),
    signal,
  });
  return { outcome, messages };
}

async function until(isSo: () => boolean) {
  for (let count = 0; count < 100 && !isSo(); count += 1) await wait(20);
  expect(isSo()).toBe(true);
}

describe("a job handed to the server", () => {
  it("brings back progress, lines and the end, in order, and then the new facts answer", async () => {
    expect(await run("echo", { word: "Ilkeston" })).toEqual({
      outcome: { kind: "done" },
      messages: [
        { type: "progress", progress: { stage: "Saying", done: 1, total: 2, unit: "rows" } },
        { type: "line", line: "Ilkeston" },
      ],
    });
    expect(afterJobs).toBe(1);
  });

  it.each([
    ["refuse", { kind: "refused", summary: "No.", problems: [{ where: "line 2", message: "is wrong" }] }],
    ["fail", { kind: "failed", message: "unforeseen" }],
    ["unheard-of", { kind: "failed", message: expect.stringContaining("does not know") as string }],
  ])("%s ends as %o", async (verb, outcome) => {
    expect((await run(verb)).outcome).toEqual(outcome);
    expect((await run("echo", { word: "still here" })).outcome).toEqual({ kind: "done" });
  });

  it("is alone: a second one is refused while it runs", async () => {
    const leaving = new AbortController();
    const first = run("wait", {}, leaving.signal);
    await until(() => slow.began === 1);
    expect((await run("echo", { word: "x" })).outcome).toMatchObject({
      kind: "failed",
      message: expect.stringContaining("another job") as string,
    });
    leaving.abort();
    await first;
  });

  it("is given up when whoever asked goes away, and the next may come", async () => {
    const leaving = new AbortController();
    const asked = run("wait", {}, leaving.signal);
    await until(() => slow.began === 1);
    leaving.abort();
    expect((await asked).outcome).toEqual({ kind: "aborted" });
    await until(() => slow.aborted === 1);
    await until(() => afterJobs === 1);
    expect((await run("echo", { word: "next" })).outcome).toEqual({ kind: "done" });
  });

  it("is aborted when the server stops, and says so", async () => {
    const asked = run("wait");
    await until(() => slow.began === 1);
    await stop();
    expect((await asked).outcome).toEqual({ kind: "aborted" });
    expect(existsSync(controlSocketPath(folder))).toBe(false);
    stop = await listen();
  });
});

describe("the socket", () => {
  it("is for its owner alone", () => {
    expect(statSync(controlSocketPath(folder)).mode & 0o777).toBe(0o600);
  });
  it("left behind by a killed server is no server, and is replaced", async () => {
    await stop();
    expect((await run("echo", { word: "x" })).outcome).toBeNull();
    writeFileSync(controlSocketPath(folder), "");
    expect((await run("echo", { word: "x" })).outcome).toBeNull();
    stop = await listen();
    expect((await run("echo", { word: "x" })).outcome).toEqual({ kind: "done" });
  });
});
