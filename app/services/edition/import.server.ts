import type { Db } from "#db/types.ts";

/** One step of a long job: how far it is, in what unit, out of how many where that is known. */
export interface Progress {
  stage: string;
  done: number;
  total: number | null;
  unit: "rows" | "bytes" | "areas" | "files";
}

/** What a job is given. Everything it says and does goes through here, so that it runs in any process. */
export interface JobDeps {
  db: Db;
  now: () => Date;
  progress: (progress: Progress) => void;
  /** A line for the person at the command line. */
  say: (line: string) => void;
  /** Aborts when the person gives up or the process stops; checked between transactions. */
  signal: AbortSignal;
}

/** One thing wrong with an import, and where: `where` is "line 12", "feature 3 (ND04)", "entry a/b.kml". */
export interface ImportProblem {
  where: string | null;
  message: string;
}

/** The file was refused: nothing was changed, the edition in force still serves. Exit code 1. */
export class ImportRefused extends Error {
  override name = "ImportRefused";
  constructor(
    summary: string,
    readonly problems: readonly ImportProblem[] = [],
  ) {
    super(summary);
  }
}
