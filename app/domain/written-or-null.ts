/** Text that may be left out: null where nothing but space was written. */
export const writtenOrNull = (text: string | null): string | null => {
  const written = text?.trim() ?? "";
  return written === "" ? null : written;
};
