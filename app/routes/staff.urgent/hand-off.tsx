import { useForm, type SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { timeLeftInWords } from "#app/domain/calendar/words.ts";
import { diversionWords, type DiversionRoute } from "#app/domain/concern/diversion.ts";
import { paths } from "#app/paths.ts";

export interface WaitingHandOff {
  kind: "concern" | "message";
  /** Of the concern, or of the message's hand-off. */
  id: string;
  reference: string;
  /** Where it is read. */
  path: string;
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

/** Begins the ids of its fields, and is the same in an error's link. */
export const handOffFormId = (id: string) => `hand-off-${id}`;

/** One thing to take over: read it, put it into the other system, give its number here. */
export function HandOff({ handOff, now, reply }: HandOffProps) {
  const { kind, id, reference, path, neighbourhood, found, route, alarmAt, alarmedAt, isDecided } = handOff;
  const leftMs = alarmAt.getTime() - now.getTime();
  const isRefused = reply?.initialValue?.["id"] === id;
  const [, fields] = useForm<{ forceReference: string }>({
    id: handOffFormId(id),
    ...(isRefused ? { lastResult: reply } : {}),
  });
  return (
    <li className="sn-hand-off">
      <h2 className="govuk-heading-s">
        <Link className="govuk-link" to={path}>
          {diversionWords[route]}, {kind === "message" ? "message " : ""}
          {reference}
        </Link>
      </h2>
      <p>
        <Tag tone={leftMs < 0 || alarmedAt !== null ? "late" : "now"}>{alarmInWords(leftMs)}</Tag>{" "}
        {neighbourhood}. {isDecided ? "Handed over by a person." : "Found by detection: read it and decide."}
        {found.length === 0 ? "" : ` ${found.join(", ")}.`}
      </p>
      <form method="post" action={paths.staff.urgent()} noValidate>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
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
