import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { z } from "zod";

// One JSON text a line: the manifest, then pages of rows, then the seal with a digest of all lines before it.
export const manifestSchema = z.object({
  backup: z.literal("safer-neighbourhoods"),
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The last migration applied; a backup is restored into the same schema. */
  migration: z.string(),
});
export const pageSchema = z.object({
  table: z.string().regex(/^[a-z_]+$/),
  rows: z.array(z.record(z.string(), z.unknown())),
});
const sealSchema = z.object({ rows: z.record(z.string(), z.number()), digest: z.string() });

export type BackupManifest = z.infer<typeof manifestSchema>;
export type BackupPage = z.infer<typeof pageSchema>;

/** A backup that cannot be trusted; the message says why. */
export class BackupDamaged extends Error {
  override name = "BackupDamaged";
}

export const newDigest = (): Hash => createHash("sha256");

/**
 * Reads a backup: the manifest first, then its pages, and ends only when the seal matches every line.
 * @throws BackupDamaged when it is truncated, altered or no backup.
 */
export async function* readBackup(
  path: string,
): AsyncGenerator<{ manifest: BackupManifest } | { page: BackupPage }> {
  const digest = newDigest();
  const counts: Record<string, number> = {};
  let isManifestRead = false;
  let isSealed = false;
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  source.on("error", (error) => unzipped.destroy(error));
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      if (isSealed) throw new BackupDamaged(`${path} goes on after its seal.`);
      const value: unknown = JSON.parse(line);
      const seal = sealSchema.safeParse(value);
      if (seal.success) {
        const isWhole = seal.data.digest === digest.digest("hex") && sameCounts(seal.data.rows, counts);
        if (!isWhole) throw new BackupDamaged(`${path} was altered: its contents do not match its seal.`);
        isSealed = true;
        continue;
      }
      digest.update(line).update("\n");
      if (!isManifestRead) {
        isManifestRead = true;
        yield { manifest: manifestSchema.parse(value) };
        continue;
      }
      const page = pageSchema.parse(value);
      counts[page.table] = (counts[page.table] ?? 0) + page.rows.length;
      yield { page };
    }
  } catch (error) {
    if (error instanceof BackupDamaged) throw error;
    if (error instanceof z.ZodError || error instanceof SyntaxError || isZlibError(error)) {
      throw new BackupDamaged(`${path} is not a whole backup of this platform.`, { cause: error });
    }
    throw error;
  } finally {
    unzipped.destroy();
    source.destroy();
  }
  if (!isSealed) throw new BackupDamaged(`${path} is truncated: it has no seal.`);
}

const sameCounts = (sealed: Record<string, number>, counted: Record<string, number>) =>
  Object.keys({ ...sealed, ...counted }).every((table) => (sealed[table] ?? 0) === (counted[table] ?? 0));

const isZlibError = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
