import { motionInWords } from "#app/domain/panel/motion.ts";
import { lowParticipationWords, type LowParticipationAnswer } from "#app/domain/panel/low-participation.ts";
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

const motionOf = ({ votesFor, votesAgainst, abstentions }: Item) =>
  votesFor === null
    ? null
    : motionInWords({ for: votesFor, against: votesAgainst ?? 0, abstain: abstentions ?? 0 });

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
        {present === null ? "" : `${present} of ${membersTotal} members took part; `}
        {present === null ? `Of ${membersTotal} members ` : ""}
        {quorum} are needed to decide.
      </p>
      {motion === null || motion === "" ? null : <p>It voted on this: {motion}</p>}
      {lowParticipation === null ? null : (
        <p>Few people voted. The panel’s answer: {lowParticipationWords[lowParticipation].toLowerCase()}.</p>
      )}
      {items.length === 0 ? null : (
        <ul className="sn-priorities">
          {items.map((item) => (
            <li key={item.id} className="sn-priorities__one">
              <p>
                <strong>{item.title}</strong>:{" "}
                {item.isCarried === true ? "adopted" : item.isMoved ? "not adopted" : "not put to the vote"}
                {motionOf(item) === null ? "." : ` (${motionOf(item) ?? ""}).`}
              </p>
              {item.interests === 0 ? null : (
                <p>
                  {item.interests === 1 ? "1 member" : `${item.interests} members`} declared an interest and
                  did not vote on it.
                </p>
              )}
              {item.whyOverOthers === null ? null : <p>{item.whyOverOthers}</p>}
              {item.departureReason === null ? null : (
                <p>It stood higher in the vote than others that were taken: {item.departureReason}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
