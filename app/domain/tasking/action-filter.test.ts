import { expect, test } from "vitest";
import { readActionFilter, writeActionFilter } from "./action-filter.ts";

const read = (query: string) => readActionFilter(new URLSearchParams(query));

test.each([
  ["", { state: "open", isMine: false, group: null, agency: null, theme: null }],
  [
    "state=late&mine=yes&group=PA&agency=council&theme=speeding",
    { state: "late", isMine: true, group: "PA", agency: "council", theme: "speeding" },
  ],
  [
    "state=line-to-decide",
    { state: "line-to-decide", isMine: false, group: null, agency: null, theme: null },
  ],
  [
    "state=never&mine=1&group=a%20b&agency=&theme=nothing",
    { state: "open", isMine: false, group: null, agency: null, theme: null },
  ],
])("“%s” is read", (query, filter) => {
  expect(read(query)).toEqual(filter);
});

test("what is written is read again", () => {
  const filter = read("state=done&mine=yes&group=PA&theme=speeding");
  expect(readActionFilter(writeActionFilter(filter))).toEqual(filter);
});
