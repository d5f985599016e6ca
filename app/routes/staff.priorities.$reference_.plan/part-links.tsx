import type { MouseEvent } from "react";
import { planFields } from "#app/domain/plan/fields.ts";
import { fieldNamesOf, planParts, type PlanPart } from "#app/domain/plan/parts.ts";
import { paths } from "#app/paths.ts";
import { waitingIn, type Editings } from "./editings.ts";

/** All parts below one another, to be read or printed. */
export const wholePlan = "whole";

interface PartLinksProps {
  reference: string;
  slug: string;
  editings: Editings;
  /** Opens a part without asking the server for it; null before there is script. */
  open: ((slug: string) => void) | null;
}

/** How much of a part is not as it should be, in words. */
function lackOf(part: PlanPart["part"], editings: Editings): string | null {
  const names = fieldNamesOf(part);
  const waiting = waitingIn(editings).filter((name) => names.includes(name)).length;
  if (waiting > 0) return `${waiting} not saved`;
  const empty = names.filter(
    (name) => planFields[name].isRequired && editings.get(name)?.value.trim() === "",
  ).length;
  return empty === 0 ? null : `${empty} to fill in`;
}

/** The parts of a plan, with how much each still lacks. */
export function PartLinks({ reference, slug, editings, open }: PartLinksProps) {
  const links = [
    ...planParts.map(({ part, slug: to, words }) => ({ to, words, lack: lackOf(part, editings) })),
    { to: wholePlan, words: "Whole plan", lack: null },
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
        {links.map(({ to, words, lack }) => (
          <li key={to}>
            <a
              className="sn-parts__link"
              href={paths.staff.planPart(reference, to)}
              aria-current={to === slug ? "page" : undefined}
              onClick={opening(to)}
            >
              {words}
              {lack === null ? null : <span className="sn-parts__left">{lack}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
