import { z } from "zod";
import { optionalDay, requiredDay } from "#app/components/staff/day-schema.ts";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { actionKinds } from "#app/domain/plan/action.ts";
import type { WantedAction } from "#app/domain/plan/wanted-action.ts";

const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
// Agency, then person: either may be left out.
const ownerPattern = new RegExp(`^(${id})?/(${id})?$`);

/** Whose an action is, as one choice of a list. */
export const ownerChoice = (agencyId: string | null, ownerId: string | null): string =>
  `${agencyId ?? ""}/${ownerId ?? ""}`;

const owner = z.string({ error: "Choose whose it is" }).transform((chosen, context) => {
  const [whole, agencyId, ownerId] = ownerPattern.exec(chosen) ?? [];
  if (whole !== undefined) return { agencyId: agencyId ?? null, ownerId: ownerId ?? null };
  context.addIssue({ code: "custom", message: "Choose whose it is" });
  return z.NEVER;
});

const penceInAPound = 100;
const pounds = z
  .string()
  .trim()
  .optional()
  .transform((typed, context): number | null => {
    const plain = (typed ?? "").replace(/^£/, "").replaceAll(",", "");
    if (plain === "") return null;
    if (/^\d{1,7}(\.\d{2})?$/.test(plain)) return Math.round(Number(plain) * penceInAPound);
    context.addIssue({ code: "custom", message: "Enter pounds, like 400 or 12.50" });
    return z.NEVER;
  });

/** An action as its form asks for it. */
export const actionSchema = z.object({
  kind: z.enum(actionKinds, { error: "Select what kind of action it is" }),
  task: z.string().default(""),
  publicLine: z.string().default(""),
  owner,
  startsOn: optionalDay("The day must be a real date, like 27 3 2027"),
  dueOn: requiredDay("Enter the day it is due", "The day must be a real date, like 27 3 2027"),
  cost: pounds,
});

/** What was typed, as the rules take it. */
export const toWantedAction = ({
  kind,
  task,
  publicLine,
  owner: { agencyId, ownerId },
  startsOn,
  dueOn,
  cost,
}: z.output<typeof actionSchema>): WantedAction => ({
  kind,
  task,
  publicLine,
  agencyId,
  ownerId,
  startsOn,
  dueOn,
  costPence: cost,
});

// An interface would want an index for every other name.
export type ActionFormFields = {
  kind: string;
  task: string;
  publicLine: string;
  owner: string;
  startsOn: DayParts | undefined;
  dueOn: DayParts | undefined;
  cost: string;
  publicReason: string;
};

/** An action as it stands, as its form shows it. */
export const toTypedAction = (action: WantedAction): Omit<ActionFormFields, "publicReason"> => ({
  kind: action.kind,
  task: action.task,
  publicLine: action.publicLine ?? "",
  owner: ownerChoice(action.agencyId, action.ownerId),
  startsOn: action.startsOn === null ? undefined : partsOfDay(action.startsOn),
  dueOn: partsOfDay(action.dueOn),
  cost: action.costPence === null ? "" : (action.costPence / penceInAPound).toFixed(2),
});
