import type { FieldMetadata } from "@conform-to/react";
import type { ListField } from "./checkboxes.tsx";
import type { Field } from "./field.ts";

/** A list of conform's as `Checkboxes` takes it. Its name's own type is the list's: what is wanted here is its text. */
export const listField = ({
  id,
  name,
  errors,
  errorId,
  descriptionId,
  initialValue,
}: FieldMetadata<string[]>): ListField => ({
  id,
  name: String(name),
  errors,
  errorId,
  descriptionId,
  initialValue,
});

/** The same as `ErrorSummary` takes it. */
export const summarised = ({ id, name, errors, errorId, descriptionId }: ListField): Field => ({
  id,
  name,
  errors,
  errorId,
  descriptionId,
  initialValue: undefined,
});
