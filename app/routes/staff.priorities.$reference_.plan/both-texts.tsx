import type { MouseEvent } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { isUnsent, keptMine, keptTheirs, type Editing, type Standing } from "#app/domain/plan/editing.ts";
import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { valueInWords } from "#app/domain/plan/value-words.ts";
import type { PlanEditing } from "./use-plan-editing.ts";

interface BothTextsProps {
  name: PlanFieldName;
  editing: Editing;
  theirs: Standing;
  choose: PlanEditing["choose"];
}

/** What somebody else wrote in a field meanwhile, beside what is written here: whoever writes chooses. */
export function BothTexts({ name, editing, theirs, choose }: BothTextsProps) {
  const { label } = planFields[name];
  const choosing = (choice: typeof keptMine) => (event: MouseEvent) => {
    event.preventDefault();
    choose(name, choice);
  };
  if (!isUnsent(editing))
    return (
      <p className="sn-both__note">
        Somebody else changed this.{" "}
        <Button look="plain" name="keep" value={`theirs ${name}`} onClick={choosing(keptTheirs)}>
          Show theirs
        </Button>
      </p>
    );
  return (
    <div className="sn-both" role="group" aria-labelledby={`both-${name}`}>
      <p id={`both-${name}`} className="sn-both__title">
        Somebody else changed “{label}” while you wrote. Both texts are here: choose one, or put theirs into
        yours and keep yours.
      </p>
      <div className="sn-both__side">
        <h3 className="govuk-heading-s">Theirs</h3>
        {theirs.changed === null ? null : <p className="sn-field__changed">{theirs.changed}</p>}
        <Words name={name} text={theirs.value} />
        <Button look="secondary" name="keep" value={`theirs ${name}`} onClick={choosing(keptTheirs)}>
          Keep theirs
        </Button>
      </div>
      <div className="sn-both__side">
        <h3 className="govuk-heading-s">Yours</h3>
        <p className="sn-field__changed">Not saved</p>
        <Words name={name} text={editing.value} />
        <Button look="secondary" name="keep" value={`mine ${name}`} onClick={choosing(keptMine)}>
          Keep yours
        </Button>
      </div>
    </div>
  );
}

const Words = ({ name, text }: { name: PlanFieldName; text: string }) => (
  <p className="sn-both__words">{text === "" ? "Nothing" : valueInWords(name, text)}</p>
);
