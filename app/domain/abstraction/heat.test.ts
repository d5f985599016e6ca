import { expect, test } from "vitest";
import { heatOf } from "./heat.ts";
import { sharesOfMinute } from "./shares.ts";

const hours = (count: number) => count * 60 * sharesOfMinute;

test("each hour of the week has its cell: the number, and a shade by the most there is", () => {
  const { rows, totals, words } = heatOf([
    { hour: 0, shares: hours(40) },
    { hour: 5 * 24 + 21, shares: hours(30) },
    { hour: 5 * 24 + 21, shares: hours(50) },
    { hour: 167, shares: hours(0.5) },
    { hour: 1, shares: 1 },
  ]);
  expect(rows).toHaveLength(24);
  expect(rows[0]?.hour).toBe("00:00");
  expect(rows[0]?.cells[0]).toEqual({ words: "40", shade: 2 });
  expect(rows[21]?.cells[5]).toEqual({ words: "80", shade: 4 });
  expect(rows[23]?.cells[6]).toEqual({ words: "0.5", shade: 1 });
  expect(rows[12]?.cells[3]).toEqual({ words: "", shade: 0 });
  // A moment is not nought.
  expect(rows[1]?.cells[0]).toEqual({ words: "<0.1", shade: 1 });
  expect(totals).toEqual(["40", "", "", "", "", "80", "0.5"]);
  expect(words).toBe("Most is taken on Saturday from 21:00 to 22:00.");
});

test("the last hour of the day ends at midnight", () => {
  expect(heatOf([{ hour: 23, shares: hours(1) }]).words).toBe("Most is taken on Monday from 23:00 to 00:00.");
});

test("of nothing there is nothing to say", () => {
  expect(heatOf([]).words).toBeNull();
});
