import { improvementSummary } from "#app/domain/abstraction/improvement-words.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";

interface ImprovementSummariesProps {
  teams: readonly {
    teamId: string;
    name: string;
    state: ImprovementState;
    publicSummary: string | null;
    targetTenths: number | null;
    targetOn: Day | null;
    doneActions: number;
    actions: number;
    result: string | null;
  }[];
}

/** Whether each team is kept for its neighbourhoods, and what is being done, as panels and partnerships read it. */
export function ImprovementSummaries({ teams }: ImprovementSummariesProps) {
  if (teams.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Is your team there for you?</h2>
      {teams.map((team) => (
        <div key={team.teamId} className="sn-improvement-summary">
          <h3 className="govuk-heading-s">{team.name}</h3>
          <p>
            {improvementSummary(team.state)} {team.state === "closed" ? team.result : null}
          </p>
          {team.state === "closed" || team.publicSummary === null ? null : (
            <p>What is being done: {team.publicSummary}</p>
          )}
          {team.state === "closed" ? null : <Aim {...team} />}
        </div>
      ))}
    </section>
  );
}

type Team = ImprovementSummariesProps["teams"][number];

function Aim({ targetTenths, targetOn, doneActions, actions }: Team) {
  if (targetTenths === null || targetOn === null) return null;
  return (
    <p>
      The aim: no more than {(targetTenths / 10).toFixed(1)} of every 100 duty hours by {dayInWords(targetOn)}
      .{" "}
      {actions === 0
        ? null
        : `${doneActions} of ${actions} ${actions === 1 ? "action is" : "actions are"} done.`}
    </p>
  );
}
