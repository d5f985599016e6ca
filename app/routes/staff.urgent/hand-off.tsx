import { useForm, type SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { timeLeftInWords } from "#app/domain/calendar/words.ts";
import { diversionWords, type DiversionRoute } from "#app/domain/concern/diversion.ts";
import { paths } from "#app/paths.ts";

export interface WaitingHandOff {
  id: string;
  reference: string;
  neighbourhood: string;
  found: readonly string[];
  route: DiversionRoute;
  alarmAt: Date;
  alarmedAt: Date | null;
  /** A person handed it over, and did not leave it to detection. */
  isDecided: boolean;
}

interface HandOffProps {
  handOff: WaitingHandOff;
  now: Date;
  reply: SubmissionResult | undefined;
}

const alarmInWords = (leftMs: number) =>
  leftMs < 0 ? `Alarm: ${timeLeftInWords(leftMs)}` : `Alarm ${timeLeftInWords(leftMs)}`;

/** One thing to take over: read it, put it into the other system, give its number here. */
export function HandOff({ handOff, now, reply }: HandOffProps) {
  const { id, reference, neighbourhood, found, route, alarmAt, alarmedAt, isDecided } = handOff;
  const leftMs = alarmAt.getTime() - now.getTime();
  const isRefused = reply?.initialValue?.["concern"] === id;
  const [, fields] = useForm<{ forceReference: string }>({
    id: reference,
    ...(isRefused ? { lastResult: reply } : {}),
  });
  return (
    <li className="sn-hand-off">
      <h2 className="govuk-heading-s">
        <Link className="govuk-link" to={paths.staff.concern(id)}>
          {diversionWords[route]}, {reference}
        </Link>
      </h2>
      <p>
        <Tag tone={leftMs < 0 || alarmedAt !== null ? "late" : "now"}>{alarmInWords(leftMs)}</Tag>{" "}
        {neighbourhood}. {isDecided ? "Handed over by a person." : "Found by detection: read it and decide."}
        {found.length === 0 ? "" : ` ${found.join(", ")}.`}
      </p>
      <form method="post" action={paths.staff.urgent()} noValidate>
        <input type="hidden" name="concern" value={id} />
        <TextInput
          field={fields.forceReference}
          label="The other system’s reference"
          width={20}
          autoComplete="off"
          spellCheck={false}
        />
        <Button look="secondary">
          Acknowledge<span className="govuk-visually-hidden"> {reference}</span>
        </Button>
      </form>
    </li>
  );
}
