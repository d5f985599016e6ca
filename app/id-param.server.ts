import { z } from "zod";
import { notFound } from "./http.server.ts";

const schema = z.uuid();

/** The id in an address: what has not the form of one names nothing. */
export function idParam(id: string | undefined): string {
  const read = schema.safeParse(id);
  if (!read.success) throw notFound();
  return read.data;
}
