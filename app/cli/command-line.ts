import { Command, InvalidArgumentError } from "commander";
import { resolve } from "node:path";
import type { DataCommand } from "./command.ts";

/** What was typed: the command, and its input with every path made absolute. */
export interface TypedCommand {
  command: DataCommand;
  input: Readonly<Record<string, unknown>>;
}

/**
 * The command line of `npm run data`, built from the list of commands. `run` is called with what was typed;
 * paths are taken from `folder`. Help and mistakes are commander's: exit 0 and 1.
 */
export function createCommandLine(
  commands: readonly DataCommand[],
  folder: string,
  run: (typed: TypedCommand) => Promise<void>,
): Command {
  const program = new Command("npm run data --")
    .description("Loads and looks after the data of this force.")
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for what can be said here)");
  const nouns = new Map<string, Command>();
  for (const command of commands) {
    const noun = nouns.get(command.noun) ?? program.command(command.noun);
    nouns.set(command.noun, noun);
    addVerb(noun, command, folder, run);
  }
  for (const [name, noun] of nouns) {
    const verbs = commands.filter((command) => command.noun === name).map(({ verb }) => verb);
    noun.description(verbs.join(", "));
  }
  return program;
}

function addVerb(
  noun: Command,
  command: DataCommand,
  folder: string,
  run: (typed: TypedCommand) => Promise<void>,
) {
  const verb = noun.command(command.verb).description(command.summary).showSuggestionAfterError();
  const pathOf = (typed: string) => {
    if (typed === "") throw new InvalidArgumentError("Give a path.");
    return resolve(folder, typed);
  };
  for (const { name, description, isPath } of command.arguments) {
    if (isPath === true) verb.argument(name, description, pathOf);
    else verb.argument(name, description);
  }
  for (const { flags, description, isPath } of command.options) {
    if (isPath === true) verb.option(flags, description, pathOf);
    else verb.option(flags, description);
  }
  verb.action(async () => {
    const given = verb.registeredArguments.flatMap((argument, index): [string, unknown][] => {
      const value: unknown = verb.processedArgs[index];
      return value === undefined ? [] : [[camelCase(argument.name()), value]];
    });
    await run({ command, input: { ...Object.fromEntries(given), ...verb.opts() } });
  });
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
