import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import type { TaskingMove } from "#app/domain/tasking/moves.ts";

interface MoveFormsProps {
  version: number;
  to: string;
  moves: readonly TaskingMove[];
  agencies: readonly { id: string; name: string }[];
  position: string;
  replyOf: (move: TaskingMove) => SubmissionResult | undefined;
}

// An interface would want an index for every other name.
type Fields = { words: string; agencyId: string; position: string; dueOn: DayParts | undefined };

const titles: Readonly<Record<TaskingMove, string>> = {
  "move-day": "Move it to another day",
  "give-on": "Give it to somebody else",
  withdraw: "It is no longer needed",
  reopen: "It is to be done after all",
};
const hasDay = (move: TaskingMove) => move !== "withdraw";

/** What whoever records for the group does with an action, each behind its own line. */
export const MoveForms = ({ moves, replyOf, ...props }: MoveFormsProps) => (
  <>
    {moves.map((move) => (
      <MoveForm key={move} move={move} reply={replyOf(move)} {...props} />
    ))}
  </>
);

interface MoveFormProps extends Omit<MoveFormsProps, "moves" | "replyOf"> {
  move: TaskingMove;
  reply: SubmissionResult | undefined;
}

function MoveForm({ move, version, to, agencies, position, reply }: MoveFormProps) {
  const [, fields] = useForm<Fields>({ id: move, lastResult: reply, defaultValue: { position } });
  const { words, agencyId, position: held, dueOn } = fields;
  const isGivenOn = move === "give-on";
  return (
    <Details summary={titles[move]} isOpen={reply !== undefined}>
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        {isGivenOn ? (
          <>
            <Select
              field={agencyId}
              label="Which agency does it?"
              nothing="Choose"
              groups={[{ label: "", items: agencies.map(({ id, name }) => ({ value: id, words: name })) }]}
            />
            <TextInput
              field={held}
              label="Which position?"
              hint="For example, housing officer. Never a name"
            />
          </>
        ) : null}
        {hasDay(move) ? (
          <DateField field={dueOn} legend="When it is due" hint="For example, 27 3 2027" />
        ) : null}
        <Textarea
          field={words}
          label="Why, in a sentence"
          hint="Whoever reads the action reads this."
          rows={3}
        />
        <Button look="secondary" name="intent" value={move}>
          {titles[move]}
        </Button>
      </form>
    </Details>
  );
}
