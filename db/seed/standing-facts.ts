import { eq } from "drizzle-orm";
import {
  abstractionAuthorities,
  abstractionDefinitionCodes,
  abstractionDefinitions,
} from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";

const first = 1;

/** Empties a database and puts back what its migrations wrote: the first definition, and who may authorise what. */
export async function keepStandingFacts(tx: Db, empty: () => Promise<void>): Promise<void> {
  const definitions = await tx
    .select()
    .from(abstractionDefinitions)
    .where(eq(abstractionDefinitions.version, first));
  const codes = await tx
    .select()
    .from(abstractionDefinitionCodes)
    .where(eq(abstractionDefinitionCodes.version, first));
  const authorities = await tx.select().from(abstractionAuthorities);
  await empty();
  if (definitions.length > 0) await tx.insert(abstractionDefinitions).values(definitions);
  if (codes.length > 0) await tx.insert(abstractionDefinitionCodes).values(codes);
  if (authorities.length > 0) await tx.insert(abstractionAuthorities).values(authorities);
}
