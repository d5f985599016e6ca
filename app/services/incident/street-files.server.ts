import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { SourceFile } from "#app/services/source/source-file.server.ts";

/** What a street-level file is about, by its name. */
interface StreetFile {
  name: string;
  /** "2024-01" */
  month: string;
  /** As data.police.uk names it: "derbyshire". */
  force: string;
}

/** "2024-01/2024-01-derbyshire-street.csv"; null for any other file. */
function streetFileOf(name: string): StreetFile | null {
  const [, month, force] = /(?:^|\/)(\d{4}-(?:0[1-9]|1[0-2]))-([a-z0-9-]+)-street\.csv$/.exec(name) ?? [];
  return month === undefined || force === undefined ? null : { name, month, force };
}

/**
 * Picks the street-level files of one force, by name: of the one that is asked for, else of the only one there is, else
 * of `ownForce`. Throws `ImportRefused` where there is none, or two of the same month.
 */
export async function chooseStreetFiles(
  source: SourceFile,
  { force, ownForce }: { force: string | null; ownForce: string | null },
): Promise<{ chosen: ReadonlyMap<string, StreetFile>; leftOut: string[] }> {
  const found: StreetFile[] = [];
  for await (const { name } of source.entries()) {
    const file = streetFileOf(name);
    if (file !== null) found.push(file);
  }
  if (found.length === 0) throw none(source.name);
  const forces = [...new Set(found.map((file) => file.force))].sort();
  const wanted = force ?? (forces.length > 1 ? ownForce : forces[0]) ?? "";
  const files = found.filter((file) => file.force === wanted);
  if (files.length === 0) {
    throw new ImportRefused(
      force === null
        ? `${source.name} holds files of several forces: say which with --force.`
        : `${source.name} holds no file of ${force}.`,
      [{ where: null, message: `it holds ${forces.slice(0, 60).join(", ")}` }],
    );
  }
  const twice = files.find(({ month }, at) => files.findIndex((file) => file.month === month) < at);
  if (twice !== undefined) {
    throw new ImportRefused(
      `${source.name} holds two files of ${twice.month}: leave one of them out.`,
      files
        .filter(({ month }) => month === twice.month)
        .map(({ name }) => ({ where: null, message: `it holds ${name}` })),
    );
  }
  return {
    chosen: new Map(files.map((file) => [file.name, file])),
    leftOut: forces.filter((other) => other !== wanted),
  };
}

const none = (name: string) =>
  new ImportRefused(
    `${name} holds no street-level file: their names end in -street.csv, such as 2026-01-derbyshire-street.csv.`,
  );
