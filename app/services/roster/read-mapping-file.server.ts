import type { RosterMapping } from "#app/domain/roster/mapping.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { openSourceFile } from "#app/services/source/source-file.server.ts";
import { readTextStrict } from "#app/services/source/utf8.server.ts";
import { mappingSchema } from "./mapping-schema.server.ts";

const mostBytes = 2_000_000;

/** A mapping from its JSON file. Throws `ImportRefused` with all that is wrong with it. */
export async function readMappingFile({ signal }: JobDeps, path: string): Promise<RosterMapping> {
  const limits = { entries: 1, entryBytes: mostBytes, totalBytes: mostBytes };
  const source = await openSourceFile(path, limits, signal);
  for await (const entry of source.entries()) {
    const parsed = mappingSchema.safeParse(
      jsonOf(await readTextStrict(entry.open(), entry.name, mostBytes), entry.name),
    );
    if (parsed.success) return parsed.data;
    throw new ImportRefused(
      `${source.name} is no mapping.`,
      parsed.error.issues.map(({ path: where, message }) => ({ where: where.join("."), message })),
    );
  }
  throw new ImportRefused(`${source.name} is empty.`);
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportRefused(`${name} is not well-formed JSON.`);
  }
}
