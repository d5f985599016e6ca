import { dayInWords, daysInWords } from "#app/domain/account/day-words.ts";
import type { StageLine } from "#app/domain/cycle/stage-lines.ts";

/** Every stage of a round with its days, and each extension with its reason. */
export function Stages({ stages }: { stages: readonly StageLine[] }) {
  return (
    <ol className="sn-stages">
      {stages.map(({ stage, name, firstDay, lastDay, standing, extensions }) => (
        <li
          key={stage}
          className={standing === "now" ? "sn-stages__one sn-stages__one--now" : "sn-stages__one"}
        >
          <p>
            <strong>{name}</strong>
            {standing === "now" ? " (now)" : standing === "over" ? " (over)" : ""}
          </p>
          <p>{firstDay === lastDay ? dayInWords(firstDay) : daysInWords(firstDay, lastDay)}</p>
          {extensions.map(({ extraDays, reason }) => (
            <p key={`${extraDays} ${reason}`} className="sn-quiet">
              {extraDays === 1 ? "1 day" : `${extraDays} days`} more: {reason}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
