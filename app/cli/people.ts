import {
  makeAdministrator,
  makeAdministratorSchema,
} from "#app/services/identity/make-administrator.server.ts";
import { dataCommand } from "./command.ts";

export const peopleCommands = [
  dataCommand({
    noun: "people",
    verb: "make-administrator",
    summary: "Make the first administrator, by what the force's identity provider knows them by",
    arguments: [
      { name: "<issuer>", description: "address of the provider, as in OIDC_ISSUER" },
      { name: "<subject>", description: "their subject there (sub); shown to them after a first sign-in" },
    ],
    options: [
      { flags: "--name <name>", description: "their name, until they sign in" },
      { flags: "--another", description: "even though there is an administrator" },
    ],
    input: makeAdministratorSchema,
    run: async ({ db, now, say }, input) => {
      await makeAdministrator({ db, now: now() }, input);
      say("This person is an administrator of the force from today.");
    },
  }),
] as const;
