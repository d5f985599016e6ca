import { z } from "zod";

const encoded = z
  .string()
  .min(1)
  .max(16_384)
  .regex(/^[\w-]+$/);
const common = {
  id: encoded,
  rawId: encoded,
  type: z.literal("public-key"),
  // Nothing of ours depends on an extension.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

const created = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});

const used = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    // A discoverable passkey always says whose it is.
    userHandle: encoded,
  }),
});

export type CreatedPasskey = z.output<typeof created>;
export type UsedPasskey = z.output<typeof used>;

const json = z
  .string()
  .max(65_536)
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      context.addIssue({ code: "custom", message: "The answer is no JSON" });
      return z.NEVER;
    }
  });

/** A browser's new passkey, from the JSON in a form's field. */
export const createdPasskeyField = json.pipe(created);
/** A browser's answer with a passkey it has, from the JSON in a form's field. */
export const usedPasskeyField = json.pipe(used);
