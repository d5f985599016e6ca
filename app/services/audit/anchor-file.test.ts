import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Anchor } from "#app/domain/audit/anchor.ts";
import { appendAnchor, readAnchors } from "./anchor-file.server.ts";

const key = Buffer.alloc(32, 1);
const anchor = (number: number): Anchor => ({
  kind: "head",
  number,
  hash: "ab".repeat(32),
  at: "2026-03-02T09:00:00.000Z",
  before: null,
});
let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anchors-"));
  file = join(folder, "data/anchors.ndjson");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("anchors are read as they were appended, and the file is its owner's alone", async () => {
  await appendAnchor({ file, key }, anchor(1));
  await appendAnchor({ file, key }, { ...anchor(2), kind: "restored", before: 7 });
  expect(await readAnchors({ file, key })).toEqual({
    anchors: [anchor(1), { ...anchor(2), kind: "restored", before: 7 }],
    forgedLines: [],
    unreadableLines: [],
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("there is nothing to read where nothing was anchored", async () => {
  expect(await readAnchors({ file, key })).toBeNull();
});

test.each([
  ["another number", '"number":1', '"number":2'],
  ["another hash", '"hash":"ab', '"hash":"cd'],
  ["another kind", '"kind":"head"', '"kind":"restored"'],
  ["another time", "2026-03-02", "2026-03-03"],
  ["rows given up", '"before":null', '"before":9'],
])("a line changed to %s is forged", async (_, from, to) => {
  await appendAnchor({ file, key }, anchor(1));
  await appendAnchor({ file, key }, anchor(5));
  const [first = "", second = ""] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, `${first.replace(from, to)}\n${second}\n`);
  expect(await readAnchors({ file, key })).toMatchObject({ anchors: [anchor(5)], forgedLines: [1] });
});

test("a line signed with another secret is forged", async () => {
  await appendAnchor({ file, key: Buffer.alloc(32, 2) }, anchor(1));
  expect(await readAnchors({ file, key })).toMatchObject({ anchors: [], forgedLines: [1] });
});

test("half a line that a power cut left spoils neither the one before nor the one after", async () => {
  await appendAnchor({ file, key }, anchor(1));
  appendFileSync(file, '{"kind":"head","num');
  await appendAnchor({ file, key }, anchor(3));
  expect(await readAnchors({ file, key })).toEqual({
    anchors: [anchor(1), anchor(3)],
    forgedLines: [],
    unreadableLines: [2],
  });
});
