/** "1 person", "1,204 people". */
export const peopleInWords = (people: number): string =>
  people === 1 ? "1 person" : `${people.toLocaleString("en-GB")} people`;
