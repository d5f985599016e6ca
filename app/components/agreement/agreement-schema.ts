import { z } from "zod";
import { gateways } from "#app/domain/agreement/agreement.ts";
import { textOf, type AgreementText } from "#app/domain/agreement/wanted.ts";

// What they say and how long they may be is for the rules of the agreement to judge.
const words = z.string().default("");

/** An agreement as its form sends it. */
export const agreementSchema = z.object({
  title: words,
  partnership: z.uuid({ error: "Choose the partnership again" }).optional(),
  purpose: words,
  gateway: z.enum(gateways, { error: "Choose the legal power it rests on" }),
  dataItems: words,
  security: words,
  retention: words,
  dpia: words,
  parties: z.array(z.uuid()).default([]),
});

/** What was typed, as the services take it. */
export const toWanted = ({ partnership, parties, ...typed }: z.output<typeof agreementSchema>) => ({
  text: textOf({ ...typed, partnershipId: partnership ?? null }),
  partyIds: [...new Set(parties)],
});

type TextField = Exclude<keyof AgreementText, "partnershipId"> | "partnership";

// An interface would want an index for every other name.
export type AgreementFormFields = Record<TextField, string> & { parties: string[] };

/** An agreement as its form shows it. */
export const toTyped = (kept: AgreementText, partyIds: readonly string[]): AgreementFormFields => {
  const { partnershipId, ...text } = textOf(kept);
  return { ...text, partnership: partnershipId ?? "", parties: [...partyIds] };
};
