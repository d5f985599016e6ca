import { setForce, setForceSchema } from "#app/services/force/set-force.server.ts";
import { dataCommand } from "./command.ts";

export const forceCommands = [
  dataCommand({
    noun: "force",
    verb: "set",
    summary: "Say which force this installation serves",
    arguments: [],
    options: [
      { flags: "--name <name>", description: 'as it calls itself: "Derbyshire Constabulary"' },
      { flags: "--short-name <name>", description: 'as it stands in the page header: "Derbyshire"' },
      { flags: "--telephone <number>", description: "non-emergency number (101)" },
      { flags: "--website <address>", description: "its own website" },
      { flags: "--oversight-body <name>", description: "who oversees it (Police and Crime Commissioner)" },
    ],
    input: setForceSchema,
    run: async ({ db, say }, input) => {
      await setForce(db, input);
      say(`This installation serves ${input.name}.`);
    },
  }),
] as const;
