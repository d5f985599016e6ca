import { Link } from "@remix-run/react";
import { improvementStateWords } from "#app/domain/abstraction/improvement-words.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { paths } from "#app/paths.ts";

interface StateLinksProps {
  /** Null for all that is open. */
  state: ImprovementState | null;
  counts: readonly { state: ImprovementState; count: number }[];
  open: number;
}

/** Which improvements are shown: all that is open, or those that stand in one way. */
export function StateLinks({ state, counts, open }: StateLinksProps) {
  const links = [
    { state: null, to: paths.abstractions.improvements(), words: `Open: ${open}` },
    ...counts.map((one) => ({
      state: one.state,
      to: paths.abstractions.improvements(`state=${one.state}`),
      words: `${improvementStateWords[one.state]}: ${one.count}`,
    })),
  ];
  return (
    <nav aria-label="Which improvements" className="sn-no-print">
      <ul className="sn-plan__pages">
        {links.map((link) => (
          <li key={link.to}>
            <Link
              className="sn-plan__page"
              to={link.to}
              aria-current={link.state === state ? "page" : undefined}
            >
              {link.words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
