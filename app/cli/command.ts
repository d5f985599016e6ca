import type { z } from "zod";
import type { JobDeps } from "#app/services/edition/import.server.ts";

/** One verb of `npm run data -- <noun> <verb>`: thin, over a service. */
export interface DataCommand<Input = unknown> {
  noun: string;
  verb: string;
  summary: string;
  /** Positional arguments, in order; `[name]` optional, `<name>` required, as commander writes them. */
  arguments: readonly { name: string; description: string; isPath?: boolean }[];
  options: readonly { flags: string; description: string; isPath?: boolean }[];
  /** From `{ ...arguments, ...options }` (camelCase keys) to what `run` takes. */
  input: z.ZodType<Input>;
  /** Answers without a database (a template, say) and prints the lines; null when the database is needed. */
  withoutDatabase?: (input: Input) => readonly string[] | null;
  /** Throws `ImportRefused` for what the person can mend. */
  run: (deps: JobDeps, input: Input) => Promise<void>;
}

/** Keeps a command's input type between its schema and its run. */
export const dataCommand = <Input>(command: DataCommand<Input>): DataCommand => ({
  ...command,
  withoutDatabase: (input) => command.withoutDatabase?.(command.input.parse(input)) ?? null,
  run: (deps, input) => command.run(deps, command.input.parse(input)),
});
