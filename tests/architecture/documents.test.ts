import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { files, isCode, read, root } from "./tree.ts";

const readme = read("README.md");
/** What stands in the first column of the README's map and of its tables, between backquotes. */
const mapBlock = /```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

describe("README", () => {
  test("the folders of its map exist", () => {
    const folders = [...mapBlock.matchAll(/^( *)([\w.<>/-]+\/)(?=\s|$)/gm)].map(
      ([, indent = "", name = ""]) => ({ indent, name }),
    );
    expect(folders.length).toBeGreaterThan(8);
    let top = "";
    for (const { indent, name } of folders) {
      if (indent === "") top = name;
      const path = (indent === "" ? name : join(top, name)).replace(/<.*$/, "");
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  test("every setting is in its table, and no other", () => {
    const schema = /z\.object\(\{([\s\S]*?)\n\}\)/.exec(read("app/env.server.ts"))?.[1] ?? "";
    const settings = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name = ""]) => name);
    const table = [...readme.matchAll(/^\| `([A-Z_]+)` *\|/gm)].map(([, name = ""]) => name);
    expect(settings.length).toBeGreaterThan(5);
    expect(table.sort()).toEqual(settings.filter((name) => name !== "NODE_ENV").sort());
  });

  test("every how-to is in the index", () => {
    const index = read("docs/how-to/README.md");
    for (const path of files) {
      const name = /^docs\/how-to\/(?!README)(.+\.md)$/.exec(path)?.[1];
      if (name !== undefined) expect(index).toContain(`(${name})`);
    }
  });
});

test("every background task is in the how-to of watching them, and no other", () => {
  const tasks = [...read("app/server/background/tasks.ts").matchAll(/^ +name: "([a-z-]+)",$/gm)];
  const named = [...read("docs/how-to/monitor.md").matchAll(/^\| `([a-z-]+)` +\|/gm)];
  const names = (found: RegExpExecArray[]) => found.map(([, name = ""]) => name).sort();
  expect(tasks.length).toBeGreaterThan(10);
  expect(names(named)).toEqual(names(tasks));
});

test("documents that code names are in the repository", () => {
  const named = files.filter(isCode).flatMap((path) => read(path).match(/[\w./-]+\.md\b/g) ?? []);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !files.includes(name))).toEqual([]);
});

describe("links between documents lead somewhere", () => {
  test.each(files.filter((path) => path.endsWith(".md")))("%s", (path) => {
    for (const [, target = ""] of read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
      expect(existsSync(join(root, path, "..", target)), target).toBe(true);
    }
  });
});

describe("decisions", () => {
  const records = files.filter((path) => /^docs\/adr\/\d{4}-.+\.md$/.test(path));

  test.each(records)("%s has every heading", (path) => {
    const text = read(path);
    expect(text).toMatch(/^# \d+\. .+/);
    for (const line of [/^Date: \d{4}-\d\d-\d\d$/m, /^Status: \w+/m]) expect(text).toMatch(line);
    for (const heading of ["Context", "Decision", "Consequences"])
      expect(text).toContain(`\n## ${heading}\n`);
  });

  test("are numbered without gaps or doubles", () => {
    const numbers = records.map((path) => Number(path.slice("docs/adr/".length, "docs/adr/".length + 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
