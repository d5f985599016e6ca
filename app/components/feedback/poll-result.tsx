import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { ShownPoll } from "#app/domain/feedback/shown-poll.ts";

const barWidth = 100;

interface PollResultProps {
  poll: ShownPoll;
  /** Of the table, for who hears it read: "What residents said" where the page says nothing else. */
  caption?: string;
}

/** What residents said in one round: the sentences, then a bar for each answer with its number beside it. */
export function PollResult({ poll, caption = "What residents said" }: PollResultProps) {
  const most = Math.max(1, ...poll.rows.map(({ people }) => people));
  return (
    <div className="sn-poll">
      {poll.isFewReplies ? <InsetText>Few replies: fewer people answered than were needed.</InsetText> : null}
      {poll.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {poll.rows.length === 0 ? null : (
        <table className="sn-poll__answers">
          <caption className="govuk-visually-hidden">{caption}</caption>
          <thead className="govuk-visually-hidden">
            <tr>
              <th scope="col">Answer</th>
              <th scope="col">People</th>
            </tr>
          </thead>
          <tbody>
            {poll.rows.map(({ answer, words, people }) => (
              <tr key={answer}>
                <th scope="row">{words}</th>
                <td>
                  <span className="sn-poll__people">{people}</span>
                  <svg
                    className="sn-poll__bar"
                    viewBox={`0 0 ${barWidth} 10`}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect className="sn-poll__ground" width={barWidth} height="10" />
                    <rect className="sn-poll__share" width={(people * barWidth) / most} height="10" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
