import { expect, test } from "vitest";
import { emptyFields, isBegun, isBlank, type FormField } from "./record-fields.ts";

const field = (name: string, value: string, type = "text"): FormField => ({ name, value, type });
const left = (intent: string, fields: readonly FormField[]) => {
  emptyFields(intent, fields);
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
};

test("nothing of what became of one action is sent with the next", () => {
  const done: FormField = { ...field("outcome", "done", "radio"), checked: true };
  const fields = [
    field("intent", "carried", "hidden"),
    field("actionId", "a", "select-one"),
    done,
    field("words", "The lights work.", "textarea"),
    field("position", "Warden"),
    field("publicLine", "repaired the lights on the rec"),
    field("withheldReason", "An inquiry is open"),
  ];
  expect(left("carried", fields)).toEqual({
    intent: "carried",
    actionId: "",
    outcome: "done",
    words: "",
    position: "",
    publicLine: "",
    withheldReason: "",
  });
  expect(done.checked).toBe(false);
});

test("the next action of an agency keeps who does it and by when, and nothing of what is done", () => {
  const names = ["itemId", "kind", "agencyId", "position", "dueOn.day", "dueOn.month", "dueOn.year"];
  const fields = [...names.map((name) => field(name, "kept")), field("task", "Repair it", "textarea")];
  expect(left("action", fields)).toEqual({
    ...Object.fromEntries(names.map((name) => [name, "kept"])),
    task: "",
  });
});

test.each<[string, boolean, FormField, boolean]>([
  ["words", false, field("words", "Said", "textarea"), true],
  ["blanks", false, field("words", " ", "textarea"), false],
  ["a choice", false, field("itemId", "a", "select-one"), false],
  [
    "the entry as it was",
    true,
    { ...field("words", "As it was", "textarea"), defaultValue: "As it was" },
    false,
  ],
  [
    "the entry put right",
    true,
    { ...field("words", "As it is", "textarea"), defaultValue: "As it was" },
    true,
  ],
])("a form with %s: whether it is begun", (_, isFilled, one, begun) => {
  expect(isBegun(isFilled, [one])).toBe(begun);
});

test.each<[string, string, boolean]>([
  ["note", " ", true],
  ["note", "Said", false],
  // What became of it may need no words.
  ["carried", "", false],
])("a %s of “%s” is blank: %s", (intent, words, blank) => {
  expect(isBlank(intent, [field("itemId", "a", "select-one"), field("words", words, "textarea")])).toBe(
    blank,
  );
});
