import { expect, test } from "vitest";
import { decodeUtf8Strict, readTextStrict } from "./utf8.server.ts";

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) {
    yield await Promise.resolve(bytes.subarray(from, from + size));
  }
}
const decoded = async (bytes: Uint8Array, size: number) => {
  let text = "";
  for await (const piece of decodeUtf8Strict(inPieces(bytes, size), "a.csv")) text += piece;
  return text;
};
const latin1 = (text: string) => Buffer.from(text, "latin1");

test.each([1, 2, 3, 4, 5, 7, 1000])("characters of every length survive pieces of %i bytes", async (size) => {
  const text = "id,name\nA,Château\nB,Łódź ‘quoted’\nC,🐑 sheep €\n";
  expect(await decoded(Buffer.from(text), size)).toBe(text);
  expect(await decoded(Buffer.from(`\uFEFF${text}`), size)).toBe(text);
});

test.each([
  [
    "Windows-1252 on line 3",
    latin1("id,name\nA,B\nC,Ch\xe2teau\n"),
    "line 3 is not UTF-8; it looks like Windows-1252",
  ],
  ["a curly quote on line 1", latin1("St John\x92s\n"), "line 1 is not UTF-8; it looks like Windows-1252"],
  ["a last line without end", latin1("a\nb\nCaf\xe9"), "line 3 is not UTF-8; it looks like Windows-1252"],
  ["bytes of no encoding", Buffer.concat([latin1("a\n\x81\x8d\x90\n")]), "line 2 is not UTF-8."],
  ["UTF-16", Buffer.from("\uFEFFid,name", "utf16le"), "is UTF-16 text"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "is not a text file"],
])("refuses %s", async (_, bytes, message) => {
  await expect(decoded(bytes, 5)).rejects.toThrow(message);
  await expect(decoded(bytes, 1000)).rejects.toThrow(message);
});

test("reads nothing as nothing, and no more than it may", async () => {
  expect(await readTextStrict(inPieces(Buffer.from(""), 4), "a.csv", 10)).toBe("");
  expect(await readTextStrict(inPieces(Buffer.from("é"), 4), "a.csv", 10)).toBe("é");
  await expect(readTextStrict(inPieces(Buffer.from("01234567890"), 4), "a.csv", 10)).rejects.toThrow(
    "longer than 10",
  );
});
