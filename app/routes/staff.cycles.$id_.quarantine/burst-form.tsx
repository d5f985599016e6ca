import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { quarantineReasons, quarantineReasonWords } from "#app/domain/ballot/quarantine.ts";
import { paths } from "#app/paths.ts";

interface BurstFormProps {
  cycleId: string;
  burst: { minute: string; part: string | null; ballots: number; quarantined: number };
}

const items = quarantineReasons.map((value) => ({ value, words: quarantineReasonWords[value] }));

/** Puts the ballots of a burst aside with a reason, or takes them back. */
export function BurstForm({ cycleId, burst: { minute, part, ballots, quarantined } }: BurstFormProps) {
  const isAside = quarantined === ballots;
  // Several forms on a page: each with ids of its own.
  const reason = { ...plainField("reason"), id: `reason-${minute}-${part ?? ""}`.replaceAll(/[^\w-]/g, "-") };
  return (
    <form method="post" action={paths.staff.quarantine(cycleId)} noValidate>
      <input type="hidden" name="intent" value={isAside ? "release" : "quarantine"} />
      <input type="hidden" name="minute" value={minute} />
      {part === null ? null : <input type="hidden" name="part" value={part} />}
      {isAside ? (
        <Button look="plain">Take them back</Button>
      ) : (
        <>
          <Select field={reason} label="Why" nothing="Choose a reason" groups={[{ label: "", items }]} />
          <Button look="secondary">Put them aside</Button>
        </>
      )}
    </form>
  );
}
