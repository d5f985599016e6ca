import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { describe, expect, test } from "vitest";
import { fromBuffer, type Entry } from "yauzl";
import { otherForceOf } from "./other-forces.ts";

const archive = join(import.meta.dirname, "../../../../shared/data/postcodes/codepo_gb_2025.4.0_raw.tar.gz");

/** Code-Point Open's list of codes and names: a spreadsheet, inside the archive. */
async function readCodeList(): Promise<Buffer> {
  const entries = createReadStream(archive).pipe(createGunzip()).pipe(extract());
  for await (const entry of entries) {
    if (!entry.header.name.endsWith("Codelist.xlsx")) {
      entry.resume();
      continue;
    }
    // Leaving the loop ends the stream, so the bytes are read before.
    const bytes = await buffer(entry);
    return bytes;
  }
  throw new Error("the archive has no Codelist.xlsx");
}

function readWords(spreadsheet: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(spreadsheet, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      zip.on("entry", (entry: Entry) => {
        if (entry.fileName !== "xl/sharedStrings.xml") zip.readEntry();
        else
          zip.openReadStream(entry, (failure, stream) => {
            if (failure) reject(failure);
            else text(stream).then(resolve, reject);
          });
      });
      zip.readEntry();
    });
  });
}

describe.skipIf(!existsSync(archive))("Code-Point Open (needs ../shared/data)", () => {
  test("every English, Welsh and Scottish district leads to a force", async () => {
    const words = await readWords(await readCodeList());
    const codes = new Set(words.match(/\b(?:E0[6789]|W06|S12)\d{6}\b/g));
    expect(codes.size).toBeGreaterThan(340);
    expect([...codes].filter((code) => otherForceOf(code).name === null)).toEqual([]);
  });
});
