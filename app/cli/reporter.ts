import type { WriteStream } from "node:tty";
import type { Progress } from "#app/services/edition/import.server.ts";
import type { JobOutcome } from "./control-protocol.ts";
import { progressLine } from "./progress-line.ts";

type Output = Pick<WriteStream, "write"> & { isTTY?: boolean; columns?: number };

const quietMs = 1_000;
const redrawMs = 100;
const plainEveryMs = 5_000;
const problemsShown = 20;

/** Speaks to the person at the command line: lines to `out`; a moving bar, and what went wrong, to `err`. */
export function createReporter(out: Output, err: Output, now: () => number = Date.now) {
  const startedAt = now();
  let stage = "";
  let stageStartedAt = startedAt;
  let drawnAt = 0;
  let isBarShown = false;

  const wipe = () => {
    if (isBarShown) err.write("\r\u001b[K");
    isBarShown = false;
  };

  return {
    say(line: string) {
      wipe();
      out.write(`${line}\n`);
    },
    progress(progress: Progress) {
      const at = now();
      if (progress.stage !== stage) {
        stage = progress.stage;
        stageStartedAt = at;
      }
      const isTerminal = err.isTTY === true;
      // Anything under a second needs no bar.
      if (at - startedAt < quietMs || at - drawnAt < (isTerminal ? redrawMs : plainEveryMs)) return;
      drawnAt = at;
      const line = progressLine(progress, at - stageStartedAt, isTerminal ? (err.columns ?? 80) : 200);
      err.write(isTerminal ? `\r${line}\u001b[K` : `${line}\n`);
      isBarShown = isTerminal;
    },
    /** Prints how it ended and returns the exit code: 0 only when all went well. */
    end(outcome: JobOutcome): number {
      wipe();
      switch (outcome.kind) {
        case "done":
          return 0;
        case "refused": {
          err.write(`${outcome.summary}\n`);
          for (const { where, message } of outcome.problems.slice(0, problemsShown)) {
            err.write(`  ${where === null ? "" : `${where}: `}${message}\n`);
          }
          const more = outcome.problems.length - problemsShown;
          if (more > 0) err.write(`  … and ${more} more\n`);
          return 1;
        }
        case "aborted":
          err.write("Stopped. What was in force before still is.\n");
          return 130;
        case "failed":
          err.write(`This failed: ${outcome.message}\n`);
          return 1;
      }
    },
  };
}
