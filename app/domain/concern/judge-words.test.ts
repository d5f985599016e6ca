import { describe, expect, test } from "vitest";
import { judgeWords } from "./judge-words.ts";

const at = new Date("2026-03-02T10:00:00Z");
const anHourOn = new Date("2026-03-02T11:00:00Z");
const judge = (words: string, effectWords: string | null = null) =>
  judgeWords({ words, placeWords: null, whenWords: null, effectWords }, at);

describe("what somebody has to act on now is handed on at once", () => {
  test.each([
    ["There is a man with a knife outside the shop now", "emergency", at],
    ["My partner hits me and I am scared to go home", "safeguarding", anHourOn],
  ])("%s", (words, route, alarmAt) => {
    const judged = judge(words);
    expect(judged).toMatchObject({ isUrgent: true, route, handOff: { route, alarmAt } });
  });

  test("wherever in the form it was written", () => {
    expect(judge("Cars go too fast", "I want to die")).toMatchObject({ isUrgent: true });
  });
});

test("an ordinary concern waits its turn", () => {
  expect(judge("Cars go too fast past the school in the morning")).toEqual({
    flags: [],
    route: null,
    isUrgent: false,
    handOff: null,
  });
});

test("a telephone number is flagged for staff and is no reason to refuse or to hurry", () => {
  const judged = judge("Bins are left on the path. Ring me on 07700 900123, or on 07700 900456");
  expect(judged.flags).toEqual(["phone"]);
  expect(judged.handOff).toBeNull();
});
