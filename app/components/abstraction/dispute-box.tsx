import { Link } from "@remix-run/react";
import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { disputeStateWords } from "#app/domain/abstraction/dispute.ts";
import type { DisputeState } from "#app/domain/abstraction/words.ts";
import { paths } from "#app/paths.ts";

const tones: Readonly<Record<DisputeState, Tone>> = {
  open: "now",
  accepted: "good",
  refused: "plain",
  withdrawn: "plain",
};

export interface ShownDispute {
  id: string;
  entryVersion: number;
  state: DisputeState;
  words: string;
  raisedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

/** What the officer said of an entry, the last first, with what was answered. */
export function DisputeList({ disputes }: { disputes: readonly ShownDispute[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced sn-disputes">
      {disputes.map(({ id, entryVersion, state, words, raisedAt, answer, answeredAt }) => (
        <li key={id}>
          <Tag tone={tones[state]}>{disputeStateWords[state]}</Tag>{" "}
          <span className="sn-quiet">
            version {entryVersion}, {momentInWords(raisedAt)}
          </span>
          <p className="sn-disputes__words">{words}</p>
          {answer === null ? null : (
            <p className="sn-disputes__answer">
              <strong>Answer:</strong> {answer}
            </p>
          )}
          {answeredAt === null || state === "open" ? null : (
            <span className="sn-quiet">
              {state === "withdrawn" ? "Taken back" : "Answered"} {momentInWords(answeredAt)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface DisputeBoxProps {
  entryId: string;
  disputes: readonly ShownDispute[];
  /** The reader held the post then. */
  isOwn: boolean;
  /** The reader may answer for officers of this post. */
  isAnswerer: boolean;
}

/** On the page of an entry: what was said of it, and the way to say or answer something. */
export function DisputeBox({ entryId, disputes, isOwn, isAnswerer }: DisputeBoxProps) {
  const isOpen = disputes.some(({ state }) => state === "open");
  const way = isOwn
    ? isOpen
      ? "Take your dispute back"
      : "Say that this entry is not right"
    : isOpen && isAnswerer
      ? "Answer the officer"
      : null;
  if (disputes.length === 0 && way === null) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What the officer says of it</h2>
      {disputes.length === 0 ? <p>Nothing.</p> : <DisputeList disputes={disputes} />}
      {way === null ? null : (
        <p>
          <Link className="govuk-link" to={paths.abstractions.dispute(entryId)}>
            {way}
          </Link>
        </p>
      )}
    </section>
  );
}
