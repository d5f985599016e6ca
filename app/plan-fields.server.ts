import { momentInWords } from "#app/components/moment-in-words.ts";
import { planFieldNames, publicPlanFields } from "#app/domain/plan/fields.ts";
import type { ShownField } from "#app/domain/plan/editing.ts";
import type { Visit } from "#app/guards.server.ts";
import { staffNames } from "#db/queries/concern-triage.ts";
import { fieldsOf } from "#db/queries/plan.ts";
import type { Db } from "#db/types.ts";

/** The fields of a plan that somebody may read, in their order, written or not: all to staff, the public layer to others. */
export async function shownFieldsOf(tx: Db, planId: string, { actor }: Visit): Promise<ShownField[]> {
  const written = new Map((await fieldsOf(tx, planId)).map((one) => [one.name, one]));
  const isStaff = actor.kind === "staff";
  const names = isStaff
    ? await staffNames(
        tx,
        [...written.values()].map(({ changedBy }) => changedBy),
      )
    : new Map<string, string>();
  return (isStaff ? planFieldNames : publicPlanFields).map((name) => {
    const field = written.get(name);
    if (field === undefined) return { name, value: "", version: 0, changed: null };
    const { value, version, changedAt, changedBy } = field;
    const who = changedBy === null ? undefined : names.get(changedBy);
    const changed = [who, momentInWords(changedAt)].filter((one) => one !== undefined).join(", ");
    return { name, value, version, changed };
  });
}
