import { boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";

/** The one force this installation serves. */
export const forces = pgTable("forces", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** As it stands beside the product's name in the header: "Derbyshire". */
  shortName: text().notNull(),
  oversightBodyName: text().notNull(),
  website: text(),
  telephone: text().notNull(),
  isDemonstration: boolean().notNull(),
});
