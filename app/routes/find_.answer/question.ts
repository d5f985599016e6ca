import { dateInWords } from "#app/components/date-in-words.ts";
import { drawLocal, type LocalPicture } from "#app/components/map/local-picture.ts";
import type { Alternative, FoundNeighbourhood, OtherForce } from "#app/domain/finder/answer.ts";
import type { Finder } from "#app/domain/finder/finder.ts";

/** What the finder has to ask or say where a postcode or a position is not one neighbourhood. */
export type Question =
  | { kind: "settled"; slug: string }
  | {
      kind: "ask";
      heading: string;
      postcode: string | null;
      options: FoundNeighbourhood[];
      picture: LocalPicture;
    }
  | { kind: "pick"; heading: string; words: string; options: FoundNeighbourhood[] }
  | {
      kind: "outside";
      heading: string;
      postcode: string;
      districtName: string | null;
      otherForce: OtherForce;
    };

interface Asked {
  postcode: string | null;
  nextTo: readonly string[];
}

/** The question for what was typed or located, or null where there is none left to ask. */
export function toQuestion(finder: Finder, { postcode, nextTo }: Asked, forceName: string): Question | null {
  if (postcode === null) {
    const options = nextTo.flatMap((slug) => finder.bySlug(slug) ?? []);
    return options.length < 2 ? null : toAsk(finder, null, options.map(toFound), null);
  }
  const answer = finder.answerPostcode(postcode);
  switch (answer.kind) {
    case "found": {
      if (!answer.askFirst) return { kind: "settled", slug: answer.neighbourhood.slug };
      const options = [answer.neighbourhood, ...answer.alternatives].map(toFound);
      return toAsk(finder, postcode, options, answer.point);
    }
    case "outward":
      return {
        kind: "pick",
        heading: `Which neighbourhood is ${unbroken(postcode)} in?`,
        words: `We know that ${answer.outward} postcodes lie in these neighbourhoods, but not which one yours is in.`,
        options: answer.alternatives.map(toFound),
      };
    case "unknown":
      return {
        kind: "pick",
        heading: `We do not know ${unbroken(postcode)}`,
        words: "It may be newly built, or too new for our list. Check that you typed it as you meant it.",
        options: answer.alternatives.map(toFound),
      };
    case "terminated":
      return {
        kind: "pick",
        heading: `${unbroken(postcode)} is no longer in use`,
        words: `Royal Mail stopped using it in ${dateInWords(answer.terminatedIn)}. Use the newer postcode for the address if you have it.`,
        options: answer.alternatives.map(toFound),
      };
    case "outside-force": {
      const { districtName, otherForce } = answer;
      return {
        kind: "outside",
        heading: `${unbroken(postcode)} is outside ${forceName}`,
        postcode,
        districtName,
        otherForce,
      };
    }
    case "not-a-postcode":
      return null;
  }
}

/** A postcode that stays on one line in large type. */
const unbroken = (postcode: string) => postcode.replace(" ", "\u00a0");

function toAsk(
  finder: Finder,
  postcode: string | null,
  options: FoundNeighbourhood[],
  point: { lng: number; lat: number } | null,
): Question {
  const slugs = options.map(({ slug }) => slug);
  return {
    kind: "ask",
    heading: "Which side of the line are you on?",
    postcode,
    options,
    picture: drawLocal(finder.neighbourhoods, slugs.slice(0, 1), slugs, point && [point.lng, point.lat]),
  };
}

const toFound = ({ slug, code, name, district }: FoundNeighbourhood | Alternative): FoundNeighbourhood => ({
  slug,
  code,
  name,
  district,
});
