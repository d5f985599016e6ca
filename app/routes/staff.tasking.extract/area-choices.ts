import { extractAreaKinds, type ExtractPriority } from "#app/domain/tasking/extract.ts";

const labels = { bcu: "BCUs", partnership: "Partnerships" } as const;

/** The BCUs and partnerships that some priorities lie in, each kind by name. */
export const areaChoicesOf = (priorities: readonly Pick<ExtractPriority, "bcu" | "partnership">[]) =>
  extractAreaKinds.map((kind) => ({
    label: labels[kind],
    items: [...new Map(priorities.map(({ [kind]: { code, name } }) => [code, name]))]
      .map(([code, name]) => ({ value: `${kind}:${code}`, words: name }))
      .sort((a, b) => a.words.localeCompare(b.words, "en-GB")),
  }));
