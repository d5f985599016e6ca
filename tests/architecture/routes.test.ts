import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { exportsOf } from "./functions.ts";
import routeList from "./route-list.json" with { type: "json" };
import { files, read, root } from "./tree.ts";

const routeFiles = files.filter((path) => /^app\/routes\/.+\/route\.tsx?$/.test(path));
const guard = /^(?:(?:const|let) [\w{}\s,:]+ = )?(?:await )?(?:allowPublic|visitPlan|require[A-Z]\w*)\(/;

describe("every loader and action begins with a guard", () => {
  test.each([...routeFiles, "app/root.tsx"])("%s", (path) => {
    for (const { name, firstStatement } of exportsOf(path)) {
      if (name === "loader" || name === "action")
        expect(firstStatement, `the first statement of ${name}`).toMatch(guard);
    }
  });
});

describe("every page has a title", () => {
  const pages = routeFiles.filter((path) => exportsOf(path).some(({ name }) => name === "default"));
  test("there are pages", () => expect(pages.length).toBeGreaterThan(0));
  test.each(pages)("%s", (path) => {
    expect(exportsOf(path).map(({ name }) => name)).toContain("meta");
    expect(read(path)).toMatch(/title|pageMeta/i);
  });
});

interface RouteNode {
  path?: string | undefined;
  index?: boolean | undefined;
  file: string;
  children?: RouteNode[] | undefined;
}
const routeNode: z.ZodType<RouteNode> = z.lazy(() =>
  z.object({
    path: z.string().optional(),
    index: z.boolean().optional(),
    file: z.string(),
    children: z.array(routeNode).optional(),
  }),
);

/** The addresses that Remix itself makes of the files. */
function addresses(): string[] {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("@remix-run/dev/package.json")),
    "dist/cli.js",
  );
  const json = execFileSync(process.execPath, [cli, "routes", "--json"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const found: string[] = [];
  const visit = (nodes: readonly RouteNode[], prefix: string) => {
    for (const node of nodes) {
      const address = node.path ? `${prefix}/${node.path}` : prefix;
      if (node.file.startsWith("routes/")) found.push(address === "" ? "/" : address);
      visit(node.children ?? [], address);
    }
  };
  visit(z.array(routeNode).parse(JSON.parse(json)), "");
  return [...new Set(found)].sort();
}

describe("addresses", () => {
  const found = addresses();

  test("are those of route-list.json: an address that people may have kept is not taken away unnoticed", () => {
    expect(found).toEqual([...routeList].sort());
  });

  test.each(found)("%s is kebab-case", (address) => {
    expect(address).toMatch(
      /^\/(?:(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?|:[a-z][A-Za-z]*|\*)(?:\/(?!$)|$))*$/,
    );
  });
});
