import { expect, test } from "vitest";
import { files, isCode, read } from "./tree.ts";

const mostLines = 300;

/** Files that may be longer, and why. */
const reasons: readonly { path: RegExp; reason: string }[] = [
  { path: /^db\/seed\/demonstration\/.+\.ts$/, reason: "plain tables of facts of the demonstration" },
  { path: /^tests\/integration\/resident(-pages)?\.test\.ts$/, reason: "one resident's life here, in order" },
  { path: /^tests\/integration\/access-matrix\.ts$/, reason: "one table of all addresses" },
  { path: /^app\/domain\/access\.ts$/, reason: "one table of who may do what" },
  {
    path: /^app\/domain\/team\/check-teams-file\.test\.ts$/,
    reason: "one table of all that a teams file may get wrong",
  },
];

test(`no file of code is longer than ${mostLines} lines without a reason listed`, () => {
  const long = files
    .filter((path) => isCode(path) && !reasons.some((reason) => reason.path.test(path)))
    .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
    .filter(({ lines }) => lines > mostLines);
  expect(long).toEqual([]);
});

test("each reason is still needed", () => {
  for (const { path } of reasons)
    expect(
      files.some((file) => path.test(file)),
      String(path),
    ).toBe(true);
});

test("no folder is a drawer", () => {
  expect(files.filter((path) => /(^|\/)(utils?|helpers?|lib|misc|common)\//.test(path))).toEqual([]);
});
