import { wordsOfError } from "#app/server/error-words.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import type { DataCommand } from "./command.ts";
import type { JobOutcome } from "./control-protocol.ts";

/** Runs one command to its end and says how it went. An error nobody foresaw goes to `onFailure` whole; what is told of it quotes no row. */
export async function runJob(
  command: DataCommand,
  input: unknown,
  deps: JobDeps,
  onFailure: (error: unknown) => void,
): Promise<JobOutcome> {
  try {
    await command.run(deps, input);
    return { kind: "done" };
  } catch (error) {
    if (error instanceof ImportRefused) {
      return { kind: "refused", summary: error.message, problems: [...error.problems] };
    }
    if (deps.signal.aborted) return { kind: "aborted" };
    onFailure(error);
    return { kind: "failed", message: wordsOfError(error).message };
  }
}
