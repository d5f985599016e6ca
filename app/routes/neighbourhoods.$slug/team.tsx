import type { TeamMember } from "#app/domain/team/team-on-date.ts";
import { useSite } from "#app/components/site/site.ts";
import { longTitleOf } from "#app/domain/team/title.ts";
import { Silhouette } from "./silhouette.tsx";

/** Who serves the neighbourhood: each post held, or vacant and covered by whom. */
export function Team({ team }: { team: readonly TeamMember[] }) {
  return (
    <section aria-labelledby="team">
      <h2 className="govuk-heading-l" id="team">
        Your team
      </h2>
      {team.length === 0 ? (
        <p>The names of this team have not been published yet. You can still reach them.</p>
      ) : (
        <ul className="sn-team">
          {team.map((member, index) => (
            // Two vacant posts of one kind have nothing else to tell them apart.
            <li key={`${index} ${member.words}`} className="sn-team__member">
              <Silhouette isVacant={member.holder === null} />
              <Words member={member} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Words({ member: { kind, title, agency, holder, words } }: { member: TeamMember }) {
  const police = useSite()?.force?.name ?? null;
  return (
    <div>
      <p className="sn-team__name">
        {holder === null ? (
          <>
            {title}{" "}
            <span className="sn-team__vacant">
              {words.toLowerCase().startsWith("vacant") ? `v${words.slice(1)}` : words}
            </span>
          </>
        ) : (
          <strong>{holder.name}</strong>
        )}
      </p>
      <p className="sn-quiet sn-team__role">
        {longTitleOf(kind)}
        {kind === "sergeant" ? ", leads the team" : ""}
        {agency !== null
          ? `, ${agency}. Works with the police, without police powers.`
          : police !== null && `, ${police}`}
      </p>
    </div>
  );
}
