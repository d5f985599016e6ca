import { personsFolder, readEnv, SettingsError } from "#app/env.server.ts";
import { DataFolderInUseError } from "#db/embedded/directory-lock.ts";
import { linesOfError } from "#app/server/error-words.ts";
import { openOwnDatabase, settleDemonstration } from "#app/server/open-own-database.ts";
import { dataDirOf, packageRoot } from "#app/server/package-root.ts";
import { createCommandLine, type TypedCommand } from "./command-line.ts";
import { commands } from "./commands.ts";
import { runOnServer } from "./control-client.ts";
import type { JobOutcome } from "./control-protocol.ts";
import { controlSocketPath } from "./control-socket.ts";
import { createReporter } from "./reporter.ts";
import { runJob } from "./run-job.ts";

const reporter = createReporter(process.stdout, process.stderr);
const interrupted = new AbortController();

await createCommandLine(commands, personsFolder(packageRoot, process.cwd()), async (typed) => {
  process.exitCode = await runTyped(typed);
}).parseAsync();

/** Runs what was typed, wherever its database is, and returns the exit code. */
async function runTyped({ command, input }: TypedCommand): Promise<number> {
  const parsed = command.input.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      where: path.join(".") || null,
      message,
    }));
    return reporter.end({ kind: "refused", summary: "This command needs something else:", problems });
  }
  const lines = command.withoutDatabase?.(input);
  if (lines !== undefined && lines !== null) {
    for (const line of lines) reporter.say(line);
    return 0;
  }
  abortOnInterrupt();
  try {
    return reporter.end(await runWithDatabase({ command, input }));
  } catch (error) {
    if (error instanceof SettingsError || error instanceof DataFolderInUseError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    process.stderr.write(linesOfError(error));
    return 1;
  }
}

/** On the server's embedded database where a server runs, else on one opened here. */
async function runWithDatabase({ command, input }: TypedCommand): Promise<JobOutcome> {
  const env = readEnv();
  const dataDir = dataDirOf(env);
  const { signal } = interrupted;
  if (env.databaseUrl === null) {
    const outcome = await runOnServer({
      socketPath: controlSocketPath(dataDir),
      request: { noun: command.noun, verb: command.verb, input },
      onMessage: (message) => {
        if (message.type === "line") reporter.say(message.line);
        else reporter.progress(message.progress);
      },
      signal,
    });
    if (outcome !== null) return outcome;
  }
  const database = await openOwnDatabase(env);
  try {
    // As the server would: an import works on the same facts whether or not the server was ever started. A backup is
    // restored into what is there.
    if (command.noun !== "backup") {
      await settleDemonstration(env, database.db, (line) => {
        reporter.say(line);
      });
    }
    const deps = { ...reporter, db: database.db, now: () => new Date(), signal };
    return await runJob(command, input, deps, (error) => {
      process.stderr.write(linesOfError(error));
    });
  } finally {
    await database.close();
  }
}

/** The first Ctrl-C ends the job between two transactions; the second ends the process. */
function abortOnInterrupt() {
  const stop = () => {
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
