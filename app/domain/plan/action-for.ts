import type { Actor } from "#app/domain/actor.ts";
import type { WantedAction } from "./wanted-action.ts";

type WrittenAction = Pick<WantedAction, "task" | "publicLine" | "startsOn" | "costPence"> & {
  owner: string | null;
  result?: string | null;
};

/** An action as a reader of its plan may know it: whoever is no member of staff, the public side alone. */
export const actionFor = <Action extends WrittenAction>(
  { kind }: Pick<Actor, "kind">,
  action: Action,
): Action =>
  kind === "staff"
    ? action
    : {
        ...action,
        task: action.publicLine ?? "Not public yet",
        owner: null,
        startsOn: null,
        costPence: null,
        result: null,
      };
