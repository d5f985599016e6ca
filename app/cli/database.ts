import { z } from "zod";
import { readEnv } from "#app/env.server.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { moveToPostgres } from "#app/services/database/move-to-postgres.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { dataCommand } from "./command.ts";

/** `database move-to-postgres`. */
export const databaseCommands = [
  dataCommand({
    noun: "database",
    verb: "move-to-postgres",
    summary: "Copy everything from the embedded database into an empty PostgreSQL",
    arguments: [{ name: "<address>", description: "postgres://user:password@host:5432/name" }],
    options: [],
    input: z.object({
      address: z.url({
        protocol: /^postgres(ql)?$/,
        error: "Give an address such as postgres://user:password@host:5432/name.",
      }),
    }),
    run: async (deps, { address }) => {
      if (readEnv().databaseUrl !== null) {
        throw new ImportRefused(
          "DATABASE_URL is set, so there is no embedded database to move. Unset it for this command.",
        );
      }
      await moveToPostgres(deps, { url: address, migrationsFolder });
    },
  }),
] as const;
