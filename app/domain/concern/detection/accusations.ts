import type { Found } from "./flag.ts";
import { knownNames } from "./name-pieces.ts";

const accusing =
  /(?<![a-z])(?:(?:is|are|was|were|been|keeps|be)\s(?:always\s|still\s|now\s)?(?:dealing|selling|stealing|nicking|robbing|breaking\sinto|smashing|grooming|abusing|threatening|shoplifting|responsible|to\sblame|behind\sit|a\sthief|a\sdealer|a\spaedo|a\spaedophile|a\snonce|a\scriminal|the\sthief|the\sdealer|the\sone)|deals?\s(?:drugs|weed|coke|crack)|stole|nicked|robbed|burgled|mugged|assaulted|attacked|punched|stabbed|raped|vandalised|threatened|smashed|groped|sells?\s(?:drugs|weed|coke|crack|stolen)|dealer|dealing|thief|paedophile|paedo|nonce|did\sit|torched|set\sfire|broke\sinto|keyed|drink\sdriv(?:es|ing)|drives\sdrunk|hits\shis|beats)(?![a-z])/g;
const twoNames = /(?<![A-Za-z.])([A-Z][a-z'-]{1,30})\s([A-Z][a-z'-]{1,30})(?=\s)/g;
const placeWord =
  /^(?:street|road|lane|avenue|close|drive|way|crescent|court|place|terrace|grove|gardens|hill|row|square|park|school|academy|college|church|hall|arms|house|centre|hotel|lodge|green|fields?|bridge|farm|woods?|police|council|station|market|town|village|estate|club|library|city|county|borough|district|bank|shop|store|reservoir|united|stars|team|derby|dales|peak|trail|meadows?)$/i;
// Words of a sentence's start that are nobody's name.
const openers =
  /^(?:the|a|an|there|this|that|these|those|some|someone|somebody|people|kids|youths|cars|my|our|his|her|their|every|each|many|most|last|next|when|where|why|how|what|who|if|in|on|at|near|by|i|we|they|he|she|it|you|please|can|could|and|but|since|after|before|all|one|two|young|old|big|little|shops?|shoplifters?|north|south|east|west|new|saint|st|great)$/i;

const reachBefore = 40;
const reachAfter = 60;

/** Somebody named close to a word that accuses: the name and the words between. */
export function accusations(cased: string, lower: string): Found[] {
  const names = [
    ...knownNames(cased).map(({ start, end }) => ({ start, end, reach: reachAfter })),
    ...pairsOfNames(cased),
  ];
  names.sort((one, other) => one.start - other.start);
  const found: Found[] = [];
  let first = 0;
  for (const match of lower.matchAll(accusing)) {
    const end = match.index + match[0].length;
    while (first < names.length && (names[first]?.end ?? 0) < match.index - reachAfter) first += 1;
    // The nearest on either side is enough, so a text of names and accusations stays linear.
    const near = names
      .slice(first, first + 4)
      .find((one) =>
        one.end <= match.index
          ? match.index - one.end <= one.reach
          : one.start - end <= reachBefore && one.reach > 1,
      );
    if (near !== undefined)
      found.push({
        kind: "accusation",
        route: "intelligence",
        severity: "must-hold",
        start: Math.min(near.start, match.index),
        end: Math.max(near.end, end),
      });
  }
  return found;
}

/** Two words with capitals in a row, which accuse somebody only where the accusing word follows at once. */
function pairsOfNames(cased: string) {
  return [...cased.matchAll(twoNames)]
    .filter(
      ([, first = "", second = ""]) =>
        !placeWord.test(first) && !placeWord.test(second) && !openers.test(first),
    )
    .map((match) => ({ start: match.index, end: match.index + match[0].length, reach: 1 }));
}
