import { z } from "zod";
import { platform } from "#app/domain/actor.ts";
import { rosterRowStates } from "#app/domain/abstraction/words.ts";
import { accountInWords, allOf, readHours } from "#app/domain/roster/account.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { importRoster, type ImportedRoster } from "#app/services/roster/import-roster.server.ts";
import { mappingName } from "#app/services/roster/mapping-schema.server.ts";
import { mappingTemplate } from "#app/services/roster/mapping-template.server.ts";
import { readMappingFile } from "#app/services/roster/read-mapping-file.server.ts";
import { storeMapping } from "#app/services/roster/store-mapping.server.ts";
import { listRosterMappings } from "#db/queries/roster-mapping.ts";
import { listRosterLines, listRosters } from "#db/queries/roster.ts";
import { withActor } from "#db/with-actor.ts";
import { dataCommand, type DataCommand } from "./command.ts";

const listed = 20;
const refusalsSaid = 10;

const hours = z.string().transform((typed, context): number => {
  const minutes = readHours(typed);
  if (minutes !== null) return minutes;
  context.addIssue({ code: "custom", message: "--hours is a number such as 1443.5 or 41:20" });
  return z.NEVER;
});

/** `roster mapping|import|list`. */
export const rosterCommands: readonly DataCommand[] = [
  dataCommand({
    noun: "roster",
    verb: "mapping",
    summary: "Store how the files of a duty management system are read",
    arguments: [{ name: "[file]", description: "a JSON file: columns, codes and posts", isPath: true }],
    options: [
      { flags: "--name <name>", description: "what the mapping is called" },
      { flags: "--template", description: "print an example file and stop" },
    ],
    input: z.object({
      file: z.string().optional(),
      name: mappingName.optional(),
      template: z.boolean().default(false),
    }),
    withoutDatabase: ({ template }) => (template ? mappingTemplate : null),
    run: async (deps, { file, name }) => {
      if (file === undefined || name === undefined)
        throw new ImportRefused(
          "Name the file and the mapping (--name), or print an example with --template.",
        );
      const mapping = await readMappingFile(deps, file);
      const version = await storeMapping({ db: deps.db, now: deps.now() }, platform(), name, mapping);
      deps.say(`The mapping ${name} is stored (version ${version}).`);
    },
  }),
  dataCommand({
    noun: "roster",
    verb: "import",
    summary: "Put duties from a CSV of a duty management system in force",
    arguments: [{ name: "<file>", description: "the CSV, in UTF-8 or Windows-1252", isPath: true }],
    options: [
      { flags: "--mapping <name>", description: "how it is read, as stored by roster mapping" },
      { flags: "--rows <count>", description: "how many rows the source says that it holds" },
      { flags: "--hours <hours>", description: "how many hours, such as 1443.5 or 41:20" },
    ],
    input: z.object({
      file: z.string(),
      mapping: mappingName,
      rows: z
        .string()
        .regex(/^\d{1,9}$/, { error: "--rows is a whole number" })
        .transform(Number)
        .optional(),
      hours: hours.optional(),
    }),
    run: async (deps, input) => {
      const imported = await importRoster(deps, platform(), {
        path: input.file,
        mapping: input.mapping,
        stated: { rows: input.rows ?? null, minutes: input.hours ?? null },
        // The first load of a force is of years.
        late: "free",
      });
      await sayRoster(deps, imported);
      if (imported.state === "refused")
        throw new ImportRefused("The roster was refused. Nothing of it came into force.");
      deps.say("The roster is in force. Its refused rows are at Staff, Abstractions, Rosters.");
    },
  }),
  dataCommand({
    noun: "roster",
    verb: "list",
    summary: "Say which mappings are stored and what became of the latest rosters",
    arguments: [],
    options: [],
    input: z.object({}),
    run: async ({ db, say }) => {
      const { mappings, rosters } = await withActor(db, platform(), async (tx) => ({
        mappings: await listRosterMappings(tx),
        rosters: await listRosters(tx, listed),
      }));
      const names = mappings.map(({ name }) => name).join(", ");
      say(names === "" ? "No mapping is stored." : `Mappings: ${names}.`);
      for (const { startedAt, source, state, account } of rosters)
        say(`${startedAt.toISOString().slice(0, 16)} ${source}: ${state}, ${accountInWords(account)}.`);
    },
  }),
];

/** What became of it, in rows and hours, and the first of the rows that were refused. */
async function sayRoster({ db, say }: JobDeps, { id, account, problem }: ImportedRoster): Promise<void> {
  say(`${accountInWords(account)}.`);
  const hoursOf = (minutes: number) => (minutes / 60).toFixed(2);
  const hours = rosterRowStates.map((state) => `${hoursOf(account[state].minutes)} ${state}`);
  say(`${hoursOf(allOf(account).minutes)} hours = ${hours.join(" + ")}.`);
  const refused = await withActor(db, platform(), (tx) =>
    listRosterLines(tx, id, { state: "refused", after: 0, limit: refusalsSaid }),
  );
  for (const { line, reason } of refused) say(`  line ${line}: ${reason ?? ""}`);
  const more = account.refused.rows - refused.length;
  if (more > 0) say(`  and ${more.toLocaleString("en-GB")} more`);
  if (problem !== null) say(problem);
}
