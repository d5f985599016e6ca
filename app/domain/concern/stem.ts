/** Words that say nothing about what a concern is about. */
const empty = new Set(
  (
    "a about after all almost also always am an and any are area around as at be because been before being by can come day do does down " +
    "during each evening every few for from get go had has have he her here him his how i if in into is it its just like lot many me more " +
    "morning most much my near never night no not of off often on one or our out over people per please problem road she so some street " +
    "than that the their them there these they this time to too up us use very was we week were what when where which while who will with " +
    "would year you your"
  ).split(" "),
);

const endings = ["ings", "ing", "edly", "ers", "ed", "er", "es", "s"];
const fewestLetters = 3;

/** A word without its ending: "speeding", "speeders" and "speed" are alike. Rough, and alike for both sides. */
export function stem(word: string): string {
  const singular = word.length > 4 && word.endsWith("ies") ? `${word.slice(0, -3)}y` : word;
  const ending = endings.find(
    (one) => singular.endsWith(one) && singular.length - one.length >= fewestLetters,
  );
  const rest = ending === undefined || singular.endsWith("ss") ? singular : singular.slice(0, -ending.length);
  const undoubled = rest.length > fewestLetters && rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : rest;
  return undoubled.length > fewestLetters && undoubled.endsWith("e") ? undoubled.slice(0, -1) : undoubled;
}

/** The stems of the words that say something, each once. */
export const stemsOf = (words: readonly string[]): Set<string> =>
  new Set(words.filter((word) => word.length >= fewestLetters && !empty.has(word)).map(stem));
