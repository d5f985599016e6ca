import { timestamp } from "drizzle-orm/pg-core";

/** A moment in UTC. */
export const instant = () => timestamp({ withTimezone: true });
