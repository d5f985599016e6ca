import { mkdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { openSourceFile, type SourceLimits } from "#app/services/source/source-file.server.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";

let files: TestFiles;
beforeAll(async () => {
  files = await openTestFiles();
});
afterAll(() => files.remove());

const limits: SourceLimits = { entries: 20, entryBytes: 1_000_000, totalBytes: 2_000_000 };

async function contents(path: string, within: SourceLimits = limits) {
  const source = await openSourceFile(path, within, new AbortController().signal);
  const found: [string, string][] = [];
  for await (const entry of source.entries()) {
    const pieces: Buffer[] = [];
    for await (const piece of entry.open()) pieces.push(piece as Buffer);
    found.push([entry.name, Buffer.concat(pieces).toString()]);
  }
  return { kind: source.kind, found, source };
}

async function refusal(path: string, within: SourceLimits = limits): Promise<string> {
  try {
    await contents(path, within);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return [error.message, ...error.problems.map((one) => `${one.where ?? ""}: ${one.message}`)].join(" | ");
  }
  throw new Error("It was not refused.");
}

const long = Array.from({ length: 20_000 }, (_, n) => `${n},${(n * 7919) % 10_007}`).join("\n");

describe("reads", () => {
  test("a plain file, with the digest sha256sum gives", async () => {
    const { kind, found, source } = await contents(await files.write("abc.csv", "abc"));
    expect([kind, found]).toEqual(["file", [["abc.csv", "abc"]]]);
    expect(source.digest).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("a zip, leaving litter and folders out, and counts its bytes", async () => {
    const path = await files.zip("good.zip", {
      "derbyshire/A1.kml": long,
      "__MACOSX/._A1.kml": "x",
      "b.txt": "b",
    });
    const { kind, found, source } = await contents(path);
    expect(kind).toBe("zip");
    expect(found).toEqual([
      ["derbyshire/A1.kml", long],
      ["b.txt", "b"],
    ]);
    expect(source.bytesRead()).toBeGreaterThan(source.totalBytes * 0.9);
  });

  test("a tar.gz and its unopened entries", async () => {
    const path = await files.tarGz("good.tgz", [
      [{ name: "./Doc", type: "directory" }],
      [{ name: "./Doc/licence.txt" }, long],
      [{ name: "Data/CSV/de.csv" }, "DE"],
    ]);
    expect((await contents(path)).found).toEqual([
      ["Doc/licence.txt", long],
      ["Data/CSV/de.csv", "DE"],
    ]);
    const source = await openSourceFile(path, limits, new AbortController().signal);
    const names: string[] = [];
    for await (const entry of source.entries()) names.push(entry.name);
    expect(names).toEqual(["Doc/licence.txt", "Data/CSV/de.csv"]);
    expect(source.bytesRead()).toBe(source.totalBytes);
  });

  test("a file packed by itself, alone and in a folder, and counts its packed bytes", async () => {
    const { kind, found, source } = await contents(await files.write("a.csv.gz", gzipSync(long)));
    expect([kind, found]).toEqual(["file", [["a.csv", long]]]);
    expect(source.bytesRead()).toBe(source.totalBytes);
    const folder = join(files.folder, "packed");
    await mkdir(folder);
    await writeFile(join(folder, "1.csv.gz"), gzipSync("one"));
    await writeFile(join(folder, "2.csv"), "two");
    expect((await contents(folder)).found).toEqual([
      ["1.csv", "one"],
      ["2.csv", "two"],
    ]);
  });

  test("a folder, whose digest changes with a name", async () => {
    const folder = join(files.folder, "folder");
    await mkdir(join(folder, "b"), { recursive: true });
    await writeFile(join(folder, "b/2.csv"), "two");
    await writeFile(join(folder, "1.csv"), "one");
    const before = await contents(folder);
    expect(before.found).toEqual([
      ["1.csv", "one"],
      ["b/2.csv", "two"],
    ]);
    await writeFile(join(folder, "3.csv"), "");
    expect((await contents(folder)).source.digest).not.toBe(before.source.digest);
  });
});

describe("refuses", () => {
  test("what is not there, and what is empty", async () => {
    expect(await refusal(join(files.folder, "none.zip"))).toContain("There is no file or folder");
    expect(await refusal(await files.write("empty.geojson", ""))).toContain("empty.geojson is empty");
    await mkdir(join(files.folder, "nothing"));
    expect(await refusal(join(files.folder, "nothing"))).toContain("nothing is empty");
  });

  test.each(["page.zip", "page.tar.gz", "page.tgz"])("a text file named %s", async (name) => {
    expect(await refusal(await files.write(name, "<html>Not found</html>"))).toContain(
      "is not such an archive",
    );
  });

  test.each([0.3, 0.6, 0.999])("a zip cut to %d of its length", async (share) => {
    const path = await files.zip("cut.zip", { "a.csv": long, "b.csv": long });
    await truncate(path, Math.floor((await readFile(path)).length * share));
    expect(await refusal(path)).toContain("cut.zip is truncated");
  });

  test.each([0.3, 0.6, 0.999])("a tar.gz cut to %d of its length", async (share) => {
    const path = await files.tarGz("cut.tar.gz", [
      [{ name: "a.csv" }, long],
      [{ name: "b.csv" }, long],
    ]);
    await truncate(path, Math.floor((await readFile(path)).length * share));
    expect(await refusal(path)).toContain("cut.tar.gz is truncated");
  });

  test("a zip whose bytes were changed on the way", async () => {
    const path = await files.zip("changed.zip", { "a.csv": long });
    const bytes = await readFile(path);
    bytes.fill(0x55, 2_000, 2_040);
    await writeFile(path, bytes);
    expect(await refusal(path)).toContain("changed.zip is damaged");
  });

  test("a gzip that is named an archive and holds no tar", async () => {
    expect(await refusal(await files.write("x.tar.gz", gzipSync(long)))).toContain("x.tar.gz is damaged");
  });

  test.each([0.01, 0.6, 0.999])("a packed file cut to %d of its length", async (share) => {
    const path = await files.write("cut.csv.gz", gzipSync(long));
    await truncate(path, Math.floor((await readFile(path)).length * share));
    expect(await refusal(path)).toContain("cut.csv.gz is truncated");
  });

  test("a packed file whose bytes were changed on the way, and a name that lies", async () => {
    const bytes = gzipSync(long);
    bytes.fill(0x55, 2_000, 2_040);
    expect(await refusal(await files.write("changed.csv.gz", bytes))).toContain("changed.csv.gz is damaged");
    const folder = join(files.folder, "lies");
    await mkdir(folder);
    await writeFile(join(folder, "plain.csv.gz"), "id,name");
    expect(await refusal(folder)).toContain("lies is damaged");
  });

  test.each(["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\windows\\x", "..\\x"])(
    "a zip holding %s",
    async (name) => {
      // why: writers refuse such names too, so one of the same length is replaced in the bytes.
      const stand = "x".repeat(name.length);
      const path = await files.zip("climbs.zip", { [stand]: "boo" });
      const bytes = (await readFile(path)).toString("latin1").replaceAll(stand, name);
      await writeFile(path, Buffer.from(bytes, "latin1"));
      const said = await refusal(path);
      expect(said).toContain("climbs.zip holds a file whose name leads outside it");
      expect(said).toContain("entry ");
    },
  );

  test.each(["../../etc/passwd", "/etc/passwd"])("a tar holding %s", async (name) => {
    const path = await files.tarGz("climbs.tar.gz", [[{ name }, "boo"]]);
    expect(await refusal(path)).toContain(`entry ${name}: is an absolute path or climbs`);
  });

  test("links", async () => {
    const path = await files.tarGz("link.tar.gz", [
      [{ name: "a.csv", type: "symlink", linkname: "/etc/passwd" }],
    ]);
    expect(await refusal(path)).toContain("entry a.csv: is a symbolic or hard link");
    const folder = join(files.folder, "linked");
    await mkdir(folder);
    await symlink("/etc/passwd", join(folder, "a.csv"));
    expect(await refusal(folder)).toContain("entry a.csv: is a symbolic or hard link");
  });

  test("an encrypted zip", async () => {
    const path = await files.zip("secret.zip", { "a.csv": "boo" });
    const bytes = await readFile(path);
    const directory = bytes.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    for (const flagsAt of [6, directory + 8]) bytes[flagsAt] = (bytes[flagsAt] ?? 0) | 1;
    await writeFile(path, bytes);
    expect(await refusal(path)).toContain("protected by a password");
  });

  test("too many entries, an entry too large, too much in all", async () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`${n}.kml`, "x"]));
    expect(await refusal(await files.zip("many.zip", many))).toContain("one more than the 20 files");
    const large = await files.zip("large.zip", { "a.csv": long.repeat(6) });
    expect(await refusal(large)).toContain("entry a.csv: is larger than 1 MB");
    const whole = await files.zip("whole.zip", {
      "a.csv": long.repeat(4),
      "b.csv": long.repeat(4),
      "c.csv": long.repeat(4),
    });
    expect(await refusal(whole)).toContain("takes the whole beyond 2 MB");
  });

  test("a bomb, in a zip that tells the truth, in one that lies, in a tar and packed by itself", async () => {
    const generous = { entries: 20, entryBytes: 100_000_000, totalBytes: 100_000_000 };
    const zeros = Buffer.alloc(30_000_000);
    const honest = await files.zip("honest.zip", { "a.csv": zeros });
    expect(await refusal(honest, generous)).toContain('as only a "zip bomb" does');
    const tar = await files.tarGz("bomb.tar.gz", [[{ name: "a.csv" }, zeros.toString("latin1")]]);
    expect(await refusal(tar, generous)).toContain('as only a "zip bomb" does');
    const packed = await files.write("bomb.csv.gz", gzipSync(zeros));
    expect(await refusal(packed, generous)).toContain('as only a "zip bomb" does');
    const bytes = await readFile(honest);
    const directory = bytes.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    bytes.writeUInt32LE(10, directory + 24);
    bytes.writeUInt32LE(crc32(Buffer.alloc(10)), directory + 16);
    expect(await refusal(await files.write("lying.zip", bytes), generous)).toContain("lying.zip is damaged");
  });
});

test("stops when it is told to", async () => {
  const stop = new AbortController();
  const source = await openSourceFile(
    await files.zip("stop.zip", { "a.csv": long, "b.csv": long }),
    limits,
    stop.signal,
  );
  const reading = async () => {
    for await (const entry of source.entries()) {
      stop.abort();
      for await (const piece of entry.open()) expect(piece).toBeDefined();
    }
  };
  await expect(reading()).rejects.toThrow("aborted");
});
