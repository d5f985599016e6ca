import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export const root = dirname(dirname(import.meta.dirname));

const ignored = new Set(
  readFileSync(join(root, ".gitignore"), "utf8")
    .split("\n")
    .map((line) => line.trim().replace(/\/$/, "")),
);
const isIgnored = (name: string) =>
  name === ".git" || ignored.has(name) || (ignored.has("*.log") && name.endsWith(".log"));

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (isIgnored(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield relative(root, path);
  }
}

/** Every file of the repository, by its path from the root, in order. */
export const files: readonly string[] = [...walk(root)].sort();

export const read = (path: string) => readFileSync(join(root, path), "utf8");

export const isText = (path: string) => !/\.(png|ico|woff2?|jpe?g|gif|zip|gz|tgz|pdf)$/.test(path);
export const isCode = (path: string) => /\.(ts|tsx|js|cjs)$/.test(path);
export const isTest = (path: string) => path.startsWith("tests/") || /\.test\.tsx?$/.test(path);
