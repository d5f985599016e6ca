import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Anchor } from "#app/domain/audit/anchor.ts";
import { keyedHash } from "#app/services/keys/keys.server.ts";

/** Where anchors are kept, outside the database, and what signs them. */
export interface AnchorPlace {
  /** A file of JSON lines, only ever appended to. */
  file: string;
  key: Buffer;
}

/** What the anchors of an installation are called in its data folder. */
export const anchorFileName = "audit-anchors.ndjson";

const lineSchema = z.object({
  kind: z.enum(["head", "restored"]),
  number: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  before: z.number().int().nullable(),
  signature: z.string(),
});

const signatureOf = (key: Buffer, { kind, number, hash, at, before }: Anchor) =>
  keyedHash(key, "anchor", kind, String(number), hash, at, String(before));

/** Signs an anchor and appends it; on the disk when this resolves. The file is its owner's alone. */
export async function appendAnchor({ file, key }: AnchorPlace, anchor: Anchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, "a+", 0o600);
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    // A power cut may have left half a line: it stays unreadable, and this one does not join it.
    const isTorn = size > 0 && last.toString() !== "\n";
    const line = JSON.stringify({ ...anchor, signature: signatureOf(key, anchor) });
    await handle.appendFile(`${isTorn ? "\n" : ""}${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface ReadAnchors {
  anchors: Anchor[];
  /** Numbers of lines that are whole, and not signed with this key. */
  forgedLines: number[];
  /** Numbers of lines that are no anchor. */
  unreadableLines: number[];
}

/** Every anchor of a file in the order it was made; null where there is no file. */
export async function readAnchors({ file, key }: AnchorPlace): Promise<ReadAnchors | null> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const read: ReadAnchors = { anchors: [], forgedLines: [], unreadableLines: [] };
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const parsed = lineSchema.safeParse(jsonOf(line));
    if (!parsed.success) read.unreadableLines.push(index + 1);
    else if (parsed.data.signature !== signatureOf(key, parsed.data)) read.forgedLines.push(index + 1);
    else {
      const { kind, number, hash, at, before } = parsed.data;
      read.anchors.push({ kind, number, hash, at, before });
    }
  }
  return read;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
