import type { MouseEvent } from "react";
import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { fieldNamesOf, planParts } from "#app/domain/plan/parts.ts";
import { paths } from "#app/paths.ts";

/** All parts below one another, to be read or printed. */
export const wholePlan = "whole";

interface PartLinksProps {
  reference: string;
  slug: string;
  values: ReadonlyMap<PlanFieldName, string>;
  /** Opens a part without asking the server for it; null before there is script. */
  open: ((slug: string) => void) | null;
}

const countEmpty = (part: (typeof planParts)[number]["part"], values: PartLinksProps["values"]) =>
  fieldNamesOf(part).filter((name) => planFields[name].isRequired && values.get(name)?.trim() === "").length;

/** The parts of a plan, with how much each still lacks. */
export function PartLinks({ reference, slug, values, open }: PartLinksProps) {
  const links = [
    ...planParts.map(({ part, slug: to, words }) => ({ to, words, empty: countEmpty(part, values) })),
    { to: wholePlan, words: "Whole plan", empty: 0 },
  ];
  const opening = (to: string) => (event: MouseEvent) => {
    // A click that asks for a new tab is the browser's.
    if (open === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(to);
  };
  return (
    <nav aria-label="Parts of the plan">
      <ol className="sn-parts">
        {links.map(({ to, words, empty }) => (
          <li key={to}>
            <a
              className="sn-parts__link"
              href={paths.staff.planPart(reference, to)}
              aria-current={to === slug ? "page" : undefined}
              onClick={opening(to)}
            >
              {words}
              {empty === 0 ? null : <span className="sn-parts__left">{empty} to fill in</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
