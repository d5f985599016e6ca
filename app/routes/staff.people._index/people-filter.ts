import { z } from "zod";
import { accountKinds, accountStatuses, areaKinds } from "#app/domain/account/account.ts";
import { roles } from "#app/domain/access.ts";

const area = z
  .string()
  .regex(/^[a-z]+:[0-9a-f-]{36}$/)
  .transform((value) => {
    const [kind = "", id = ""] = value.split(":");
    return { kind, id };
  })
  .pipe(z.object({ kind: z.enum(areaKinds), id: z.uuid() }));

const schema = z.object({
  kind: z.enum(accountKinds).optional().catch(undefined),
  status: z.enum(accountStatuses).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  area: area.optional().catch(undefined),
  after: z.uuid().nullish().catch(null),
});

/** The filters of the list of people, from its address; what makes no sense there narrows nothing. */
export const readPeopleFilter = (search: URLSearchParams) => schema.parse(Object.fromEntries(search));
