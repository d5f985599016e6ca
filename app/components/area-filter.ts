import { z } from "zod";

/** An area as an address says it: "bcu:north". */
export const areaFilter = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z
    .string()
    .max(100)
    .transform((value) => {
      const at = value.indexOf(":");
      return { kind: value.slice(0, at), code: value.slice(at + 1) };
    })
    .pipe(z.object({ kind: z.enum(kinds), code: z.string().min(1) }));
