import { DataTable } from "#app/components/staff/data-table.tsx";
import type { ModeShare } from "#app/domain/ballot/mode-split.ts";
import type { Reach } from "#app/domain/ballot/reach.ts";
import { ReachTable } from "./reach-table.tsx";

interface TurnoutProps {
  modes: readonly ModeShare[];
  ages: Reach;
  parts: Reach;
  callBack: readonly string[];
  smallestShownCount: number;
}

/** Who takes part so far, where to go and ask, and whom to call back. */
export function Turnout({ modes, ages, parts, callBack, smallestShownCount }: TurnoutProps) {
  const outreach = ages.rows.flatMap(({ id, outreachWords }) =>
    outreachWords === null ? [] : [{ id, words: outreachWords }],
  );
  return (
    <>
      <h2 className="govuk-heading-m">Who has voted so far</h2>
      <p>
        {ages.ballots === null
          ? "Too few ballots to say how many without telling of somebody."
          : ages.ballots === 1
            ? "1 ballot."
            : `${ages.ballots} ballots.`}{" "}
        Groups of fewer than {smallestShownCount} are not shown.
      </p>
      {outreach.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-s">Go and knock</h3>
          <ul className="govuk-list govuk-list--bullet">
            {outreach.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {modes.length === 0 ? null : (
        <DataTable
          caption="How they came in"
          columns={["Way", "Ballots"]}
          rows={modes.map(({ way, ballots }) => ({ key: way, cells: [way, ballots] }))}
        />
      )}
      {parts.rows.length === 0 ? null : (
        <>
          <ReachTable caption="By age" column="Age" reach={ages} />
          <ReachTable caption="By part of the area" column="Part" reach={parts} />
        </>
      )}
      {callBack.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-s">Call back</h3>
          <p>
            Ask these residents whether the ballot entered for them is theirs. Do not ask what they chose.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {callBack.map((reference) => (
              <li key={reference}>{reference}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
