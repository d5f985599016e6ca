import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Asked } from "#app/domain/tasking/asked.ts";
import { paths } from "#app/paths.ts";

interface AskedListProps {
  parts: readonly { heading: string; asked: readonly Asked[] }[];
  /** Whether there are more than these. */
  hasMore: boolean;
}

/** What is asked of an agency: what is late first, then what waits for a yes or no, then the rest by day. */
export function AskedList({ parts, hasMore }: AskedListProps) {
  return (
    <>
      {parts.length === 0 ? <p>Nothing is asked of your agency now.</p> : null}
      {parts.map(({ heading, asked }) => (
        <section key={heading}>
          <h3 className="govuk-heading-m">{heading}</h3>
          <ul className="govuk-list sn-my-actions">
            {asked.map((one) => (
              <AskedItem key={one.id} asked={one} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore ? (
        <p>
          There are more.{" "}
          <Link className="govuk-link" to={paths.partners.allAsked()}>
            Show all that is asked of your agency
          </Link>
        </p>
      ) : null}
    </>
  );
}

function AskedItem({ asked }: { asked: Asked }) {
  const { from, id, task, of, dueOn, due, standing, version, isBlocked } = asked;
  return (
    <li className="sn-my-actions__item">
      {due === null ? null : <Tag tone={standing === "late" ? "late" : "now"}>{due}</Tag>}{" "}
      {isBlocked ? <Tag tone="late">Blocked</Tag> : null}
      <Link
        className="govuk-link sn-my-actions__task"
        to={from === "group" ? paths.partners.asked(id) : paths.partners.action(id)}
      >
        {task}
      </Link>
      <span className="sn-quiet">
        {of}, due on {dayInWords(dueOn)}
      </span>
      {version === null ? null : (
        <form method="post" action={paths.partners.asked(id)} className="sn-my-actions__answer">
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="words" value="" />
          <Button name="answer" value="accepted">
            Accept <span className="govuk-visually-hidden">{of}</span>
          </Button>
          <Link className="govuk-link" to={paths.partners.asked(id)}>
            Decline, or say more<span className="govuk-visually-hidden"> of {of}</span>
          </Link>
        </form>
      )}
    </li>
  );
}
