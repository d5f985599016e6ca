import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { planFields } from "#app/domain/plan/fields.ts";
import type { Editings, Trouble } from "./editings.ts";
import { fieldOf } from "./plan-field.tsx";

/** What a form without script could not save, as long as that is so; the rest of it is saved. */
export function Troubles({ troubles, editings }: { troubles: readonly Trouble[]; editings: Editings }) {
  const fields = troubles.flatMap(({ name }) => {
    const editing = editings.get(name);
    if (editing === undefined) return [];
    const { theirs, problems } = editing;
    const choose = `Choose which text of “${planFields[name].label}” to keep`;
    return [{ ...fieldOf(name, editing), errors: theirs === null ? [...problems] : [choose] }];
  });
  return (
    <ErrorSummary fields={fields}>
      <p>Everything else on the page is saved.</p>
    </ErrorSummary>
  );
}
