import type { FieldMetadata } from "@conform-to/react";

/**
 * What a field of a form needs to draw itself: a conform field, or the same by hand for a search form. A conform field
 * is a proxy: spread, it is empty, so name what is wanted of it.
 */
export type Field = Pick<
  FieldMetadata<string>,
  "id" | "name" | "errors" | "errorId" | "descriptionId" | "initialValue"
>;

/** A field of a form that is only ever read from the address, so that nothing about it can be wrong. */
export const plainField = (name: string, initialValue = ""): Field => ({
  id: name,
  name,
  errors: undefined,
  errorId: `${name}-error`,
  descriptionId: `${name}-hint`,
  initialValue,
});

/** The ids for `aria-describedby`, hint first. */
export function describedBy(
  field: Pick<Field, "errors" | "errorId" | "descriptionId">,
  hasHint: boolean,
): string | undefined {
  const ids = [hasHint ? field.descriptionId : null, field.errors ? field.errorId : null].filter(
    (id) => id !== null,
  );
  return ids.length > 0 ? ids.join(" ") : undefined;
}
