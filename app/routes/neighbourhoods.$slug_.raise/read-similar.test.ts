import { expect, test } from "vitest";
import { readSimilar } from "./read-similar.ts";

const speeding = { reference: "C-7K3FQ", title: "Speeding past the school", raisers: 12 };

test.each([
  ["what the server says", { concerns: [speeding] }, [speeding]],
  ["one that makes no sense among them", { concerns: [{ reference: 1 }, speeding, null] }, [speeding]],
  ["an error page", "<html>", []],
  ["nothing", null, []],
  ["another shape", { concerns: "none" }, []],
])("%s", (_, answer, read) => {
  expect(readSimilar(answer)).toEqual(read);
});
