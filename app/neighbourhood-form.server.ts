import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { neighbourhoodGroups } from "#app/components/neighbourhood-groups.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { can } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { readForm, type FormRead } from "#app/forms.server.ts";
import type { Visit } from "#app/guards.server.ts";

const choose = "Choose the neighbourhood";

/** The field of the neighbourhood, in the schema of a form of staff that begins with it. */
export const neighbourhoodShape = { slug: z.string({ error: choose }) };

/** What the page of such a form shows: its frame, and the neighbourhoods where its reader holds a permission. */
export function neighbourhoodForm({ finder }: AppLoadContext, visit: Visit, permission: Permission) {
  const within = finder.neighbourhoods.filter(({ id }) =>
    can(visit.actor, permission, { neighbourhoodId: id }),
  );
  return { frame: staffFrameOf(visit), groups: neighbourhoodGroups(within) };
}

/** As `readForm`, with the neighbourhood that was chosen in the place of its name in addresses. */
export async function readNeighbourhoodForm<Value extends { slug: string }>(
  { request, context }: { request: Request; context: AppLoadContext },
  schema: z.ZodType<Value>,
): Promise<FormRead<Omit<Value, "slug"> & { neighbourhoodId: string }>> {
  const form = await readForm(request, schema);
  if (!form.ok) return form;
  const { slug, ...value } = form.value;
  const neighbourhood = context.finder.bySlug(slug);
  return neighbourhood === null
    ? { ok: false, reply: form.refuse({ slug: [choose] }) }
    : { ...form, value: { ...value, neighbourhoodId: neighbourhood.id } };
}
