import { z } from "zod";
import { isForceLevel, taskingLevels } from "#app/domain/tasking/level.ts";
import type { GroupToMake } from "#app/services/tasking/make-group.server.ts";

const longest = 100;
const atMost = `Shorten this to ${longest} characters or fewer`;
const person = z.string().optional();

/** A group as the form asks for it. */
export const groupSchema = z.object({
  name: z.string({ error: "Enter what the group is called" }).trim().max(longest, atMost),
  code: z
    .string({ error: "Enter a code of two to six capital letters and digits, like AV" })
    .trim()
    .toUpperCase(),
  level: z.enum(taskingLevels, { error: "Choose what the group meets for" }),
  /** "partnership:…" or "bcu:…". */
  area: z.string().optional(),
  programme: z.string().trim().max(longest, atMost).optional(),
  chairId: person,
  deputyId: person,
});

/** What was typed, as the service takes it. */
export function toGroup({ area = "", programme = "", chairId, deputyId, ...rest }: z.output<typeof groupSchema>): GroupToMake {
  const [kind, id = ""] = area.split(":");
  const of = (wanted: string) => (kind === wanted && id !== "" ? id : null);
  return {
    ...rest,
    programme,
    // A group of the whole force has no area, whatever the list said before the level was chosen.
    partnershipId: isForceLevel(rest.level) ? null : of("partnership"),
    bcuId: isForceLevel(rest.level) ? null : of("bcu"),
    chairId: chairId ?? null,
    deputyId: deputyId ?? null,
  };
}
