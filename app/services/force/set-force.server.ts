import { z } from "zod";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { findForce, insertForce, updateForce } from "#db/queries/force.ts";
import type { Db } from "#db/types.ts";

export const setForceSchema = z.object({
  name: z.string().trim().min(1).max(100),
  shortName: z.string().trim().min(1).max(40),
  telephone: z.string().trim().min(3).max(30).default("101"),
  website: z.url({ protocol: /^https?$/ }).optional(),
  oversightBody: z.string().trim().min(1).max(100).default("Police and Crime Commissioner"),
});
export type SetForce = z.infer<typeof setForceSchema>;

/** Says which force this installation serves. @throws ImportRefused in a database that holds the demonstration. */
export async function setForce(db: Db, input: SetForce): Promise<void> {
  await db.transaction(async (tx) => {
    const force = await findForce(tx);
    if (force?.isDemonstration === true) {
      throw new ImportRefused(
        "This database holds the demonstration force. A real force starts from an empty one: set DATA_DIR or DATABASE_URL to a new place, and DEMO=off.",
      );
    }
    const values = {
      slug: input.shortName
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, ""),
      name: input.name,
      shortName: input.shortName,
      telephone: input.telephone,
      website: input.website ?? null,
      oversightBodyName: input.oversightBody,
      isDemonstration: false,
    };
    if (force === null) await insertForce(tx, values);
    else await updateForce(tx, force.id, values);
  });
}
