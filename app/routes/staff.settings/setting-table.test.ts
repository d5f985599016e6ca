import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SettingTable } from "./setting-table.tsx";

test("a figure's form shows what is in force and sends what is typed", () => {
  const html = renderToStaticMarkup(
    createElement(SettingTable, {
      heading: "Votes",
      settings: [{ name: "triageWorkingDays", value: 3, changed: null }],
      refused: null,
    }),
  );
  expect(html).toMatch(/<input[^>]* name="value"[^>]* value="3"/);
});
