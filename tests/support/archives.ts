import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack, type Header } from "tar-stream";
import yazl from "yazl";

/** A folder of the test's own, with small writers for the files people hand over. */
export interface TestFiles {
  folder: string;
  write: (name: string, content: string | Uint8Array) => Promise<string>;
  zip: (name: string, entries: Readonly<Record<string, string | Uint8Array>>) => Promise<string>;
  tarGz: (name: string, entries: readonly [Partial<Header> & { name: string }, string?][]) => Promise<string>;
  remove: () => Promise<void>;
}

export async function openTestFiles(): Promise<TestFiles> {
  const folder = await mkdtemp(join(tmpdir(), "safer-neighbourhoods-test-"));
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const zip: TestFiles["zip"] = async (name, entries) => {
    const file = new yazl.ZipFile();
    for (const [entryName, content] of Object.entries(entries))
      file.addBuffer(Buffer.from(content), entryName);
    file.end();
    const path = join(folder, name);
    await pipeline(file.outputStream, createWriteStream(path));
    return path;
  };
  const tarGz: TestFiles["tarGz"] = async (name, entries) => {
    const tar = pack();
    for (const [header, content] of entries) tar.entry(header, content ?? "");
    tar.finalize();
    const path = join(folder, name);
    await pipeline(tar, createGzip(), createWriteStream(path));
    return path;
  };
  return { folder, write, zip, tarGz, remove: () => rm(folder, { recursive: true, force: true }) };
}
