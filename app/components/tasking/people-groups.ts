interface Person {
  accountId: string;
  name: string | null;
  agency: string;
}

/** People as a list to choose from, under their agencies; they come by agency. */
export function peopleGroups(people: readonly Person[]) {
  const groups = new Map<string, { value: string; words: string }[]>();
  for (const { accountId, name, agency } of people) {
    const items = groups.get(agency) ?? [];
    groups.set(agency, [...items, { value: accountId, words: name ?? "Somebody without a name" }]);
  }
  return [...groups].map(([label, items]) => ({ label, items }));
}
