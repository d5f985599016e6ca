import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";

interface QueueWaitingProps {
  to: string;
  words: string;
  waiting: number;
  late: number;
}

/** How many of one queue wait for the reader, and how many too long. */
export function QueueWaiting({ to, words, waiting, late }: QueueWaitingProps) {
  return (
    <li>
      <Link className="govuk-link" to={to}>
        {words}: {waiting}
      </Link>{" "}
      {late === 0 ? "none late" : <Tag tone="late">{late} late</Tag>}
    </li>
  );
}
