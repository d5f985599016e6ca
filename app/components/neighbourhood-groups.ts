interface Named {
  slug: string;
  name: string;
  district: string | null;
}

/** Neighbourhoods as a list to choose from shows them: by district, both in the order of the alphabet. */
export function neighbourhoodGroups(neighbourhoods: readonly Named[]) {
  const districts = [...new Set(neighbourhoods.map(({ district }) => district ?? ""))];
  return districts
    .sort((a, b) => a.localeCompare(b))
    .map((label) => ({
      label,
      items: neighbourhoods
        .filter(({ district }) => (district ?? "") === label)
        .map(({ slug, name }) => ({ value: slug, words: name }))
        .sort((a, b) => a.words.localeCompare(b.words)),
    }));
}
