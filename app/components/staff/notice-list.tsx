import { Link } from "@remix-run/react";
import { Tag, type Tone } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";

interface Notice {
  id: string;
  at: Date;
  kind: "new" | "late" | "escalated";
  line: string;
  path: string;
}

const tags: Readonly<Record<Notice["kind"], { words: string; tone: Tone }>> = {
  new: { words: "New", tone: "now" },
  late: { words: "Late", tone: "late" },
  escalated: { words: "Escalated", tone: "late" },
};

/** What is new, late or escalated for its reader. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <ul className="govuk-list sn-notices">
      {notices.map(({ id, at, kind, line, path }) => (
        <li key={id}>
          <Tag tone={tags[kind].tone}>{tags[kind].words}</Tag>{" "}
          <Link className="govuk-link" to={path}>
            {line}
          </Link>{" "}
          <span className="sn-quiet">{momentInWords(at)}</span>
        </li>
      ))}
    </ul>
  );
}
