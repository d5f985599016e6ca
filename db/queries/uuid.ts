import { sql, type SQL } from "drizzle-orm";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a part of an address can be an id at all: the database answers anything else with an error. */
export const isUuid = (words: string): boolean => uuid.test(words);

/** Ids as one array of PostgreSQL, however many they are. */
export const uuidArray = (ids: readonly string[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;
