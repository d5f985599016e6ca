import { motionInWords } from "#app/domain/panel/motion.ts";
import {
  lowParticipationInPublic,
  type LowParticipationAnswer,
} from "#app/domain/panel/low-participation.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";

interface Item {
  id: string;
  title: string;
  isMoved: boolean;
  isCarried: boolean | null;
  whyOverOthers: string | null;
  departureReason: string | null;
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  /** How many members declared an interest. */
  interests: number;
}

export interface DecisionProps {
  meeting: {
    state: "open" | "decided" | "inquorate";
    heldOn: string;
    isInterim: boolean;
    membersTotal: number;
    quorum: number;
    present: number | null;
    motion: string | null;
    lowParticipation: LowParticipationAnswer | null;
    items: readonly Item[];
  };
}

const stateWords = {
  open: "The panel is called and has not decided yet.",
  decided: "The panel decided.",
  inquorate: "Too few members took part, so nothing was decided.",
};

/** "adopted (4 for, 1 against, 1 abstained)", "was not put to a vote". */
function outcomeOf({ isMoved, isCarried, votesFor, votesAgainst, abstentions }: Item): string {
  if (!isMoved) return "was not put to a vote";
  const outcome = isCarried === true ? "adopted" : "not adopted";
  return votesFor === null
    ? outcome
    : `${outcome} (${motionInWords({ for: votesFor, against: votesAgainst ?? 0, abstain: abstentions ?? 0 })})`;
}

/** One meeting of the panel about a round: who decided, by which count, and why. */
export function Decision({ meeting }: DecisionProps) {
  const { state, heldOn, isInterim, membersTotal, quorum, present, motion, lowParticipation, items } =
    meeting;
  return (
    <>
      <h3 className="govuk-heading-m">{dayInWords(heldOn)}</h3>
      <p>
        {stateWords[state]}{" "}
        {isInterim ? "It is an interim panel, because this neighbourhood has none of its own yet. " : ""}
        {present === null
          ? `Of its ${membersTotal} members, ${quorum} must take part to decide.`
          : `${present} of ${membersTotal} members took part. It takes ${quorum} to decide.`}
      </p>
      {motion === null || motion === "" ? null : <p>The panel was asked to vote on this: {motion}</p>}
      {lowParticipation === null ? null : <p>{lowParticipationInPublic[lowParticipation]}</p>}
      {items.length === 0 ? null : (
        <ul className="sn-priorities">
          {items.map((item) => (
            <li key={item.id} className="sn-priorities__one">
              <p>
                <strong>{item.title}</strong>: {outcomeOf(item)}.
              </p>
              {item.interests === 0 ? null : (
                <p>
                  {item.interests === 1 ? "1 member" : `${item.interests} members`} declared an interest and
                  did not vote on it.
                </p>
              )}
              {item.whyOverOthers === null ? null : <p>{item.whyOverOthers}</p>}
              {item.departureReason === null ? null : (
                <p>
                  It had more votes than others that the panel chose. Why it was not chosen:{" "}
                  {item.departureReason}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
