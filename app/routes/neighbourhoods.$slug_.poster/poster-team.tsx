import { longTitleOf } from "#app/domain/team/title.ts";
import type { TeamMember } from "#app/domain/team/team-on-date.ts";

// What one sheet holds beside the rest.
const mostNamed = 8;

/** The team as its page names it, as many as fit; posts that are vacant have nobody to look for. */
export function PosterTeam({ team }: { team: readonly TeamMember[] }) {
  const held = team.flatMap(({ kind, agency, holder }) =>
    holder === null ? [] : [{ name: holder.name, role: agency ?? longTitleOf(kind) }],
  );
  const more = held.length - mostNamed;
  if (held.length === 0) return null;
  return (
    <>
      <ul className="sn-poster__team">
        {held.slice(0, mostNamed).map(({ name, role }, index) => (
          // Two officers of one name and rank have nothing else to tell them apart.
          <li key={`${index} ${name}`}>
            <strong>{name}</strong>
            <span>{role}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="sn-poster__more">and {more} more</p> : null}
    </>
  );
}
