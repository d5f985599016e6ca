import { expect, test } from "vitest";
import { holderChoices } from "./holder-choices.ts";

const row = {
  postId: "p1",
  reference: "S-1",
  kind: "sergeant" as const,
  personId: null,
  surname: null,
  holdingKind: null,
  accountId: null,
};
const held = (personId: string, holdingKind: "substantive" | "acting" | "cover") => ({
  ...row,
  personId,
  surname: personId.toUpperCase(),
  holdingKind,
});

test("a holder is linked to by name", () => {
  expect(holderChoices([{ ...held("archer", "substantive"), accountId: "a" }])).toEqual([
    {
      value: "person:archer",
      label: "ARCHER",
      hint: "Sergeant, post S-1: holds the post, linked already",
    },
  ]);
});

test("a vacant post is given", () => {
  expect(holderChoices([row]).map(({ value }) => value)).toEqual(["post:p1"]);
});

test("a post that is only covered can be given, once", () => {
  expect(holderChoices([held("a", "cover"), held("b", "cover")]).map(({ value }) => value)).toEqual([
    "person:a",
    "post:p1",
    "person:b",
  ]);
});

test("a post that somebody acts in is not", () => {
  expect(holderChoices([held("a", "acting"), held("b", "cover")]).map(({ value }) => value)).toEqual([
    "person:a",
    "person:b",
  ]);
});
