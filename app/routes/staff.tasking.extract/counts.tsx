import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { categoryWords } from "#app/domain/concern/categories.ts";
import type { Extract } from "#app/domain/tasking/extract.ts";
import { paths } from "#app/paths.ts";

interface CountsProps extends Pick<Extract, "themes" | "areas"> {
  /** The theme that was chosen; empty for any. */
  theme: string;
}

/** How many live priorities there are by theme, which lead on to each, and by area, which narrow the extract to one. */
export const Counts = ({ themes, areas, theme: chosen }: CountsProps) => (
  <>
    <div id="themes">
      <DataTable
        caption="By theme"
        columns={["Theme", "Live", "Oldest", "Joint actions done", "Joint actions late"]}
        rows={themes.map(({ theme, lines, oldestDays, done, late }) => ({
          key: theme,
          cells: [
            <a key="theme" className="govuk-link" href={`#${theme}`}>
              {categoryWords[theme].name}
            </a>,
            lines.length,
            `${oldestDays} days`,
            done,
            late,
          ],
        }))}
      />
    </div>
    <DataTable
      caption="By area"
      columns={["Partnership", "BCU", "Live", "Joint actions done", "Joint actions late"]}
      rows={areas.map(({ partnership, bcu, count, done, late }) => ({
        key: `${bcu.code} ${partnership.code}`,
        cells: [
          <Link key="area" className="govuk-link" to={narrowedTo(partnership.code, chosen)}>
            {partnership.name}
          </Link>,
          bcu.name,
          count,
          done,
          late,
        ],
      }))}
    />
  </>
);

const narrowedTo = (partnership: string, theme: string): string =>
  paths.tasking.extract(new URLSearchParams({ theme, area: `partnership:${partnership}` }).toString());
