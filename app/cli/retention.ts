import { z } from "zod";
import { keptInWords, type RetentionRule } from "#app/domain/retention/schedule.ts";
import { readEnv } from "#app/env.server.ts";
import { dataDirOf } from "#app/server/package-root.ts";
import { sealedFolder } from "#app/services/audit/seal-audit.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { runRetention } from "#app/services/retention/run-retention.server.ts";
import { dataCommand } from "./command.ts";

const lineOf = (rule: RetentionRule, count: number, isDryRun: boolean) =>
  `${count.toLocaleString("en-GB")} ${rule.record} ${isDryRun ? "to be " : ""}${rule.then}: ${keptInWords(rule)}`;

/** `retention run`. */
export const retentionCommands = [
  dataCommand({
    noun: "retention",
    verb: "run",
    summary: "Dispose of what has been kept long enough, by the retention schedule",
    arguments: [],
    options: [{ flags: "--dry-run", description: "only say what would go" }],
    input: z.object({ dryRun: z.boolean().default(false) }),
    run: async ({ db, now, say, signal }, { dryRun }) => {
      const deps = { db, now: now(), signal, sealFolder: sealedFolder(dataDirOf(readEnv())) };
      const { rules, problem } = await runRetention(deps, { isDryRun: dryRun });
      for (const { rule, count } of rules) say(lineOf(rule, count, dryRun));
      if (dryRun) say("Nothing was changed.");
      if (problem !== null) throw new ImportRefused(problem);
    },
  }),
] as const;
