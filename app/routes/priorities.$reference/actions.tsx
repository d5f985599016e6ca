import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import type { ActionStanding } from "#app/domain/plan/public-action.ts";
import type { ShownWork } from "./shown-plan.server.ts";

const tones: Readonly<Record<ActionStanding, Tone>> = {
  done: "good",
  "under-way": "now",
  "held-up": "late",
  late: "late",
  dropped: "plain",
};

/** What is done about it, by whom, and how it stands: late is said to be late, and why. */
export function Actions({ sum, actions }: Pick<ShownWork, "sum" | "actions">) {
  if (actions.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-m">What is done, and by whom</h3>
      {sum === null ? null : <p>{sum}</p>}
      <ol className="sn-done">
        {actions.map(({ line, who, standing, standingWords, sentences }) => (
          <li key={`${who} ${line}`} className="sn-done__one">
            <p className="sn-done__line">{line}</p>
            <p>
              <Tag tone={tones[standing]}>{standingWords}</Tag>
              <span className="sn-done__who"> {who}</span>
            </p>
            {sentences.map((sentence) => (
              <p key={sentence} className="sn-quiet">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
