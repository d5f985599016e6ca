import { policeAreas, type PoliceArea } from "./police-areas.ts";

/** Where to send a resident whom another force serves. */
export interface OtherForce {
  /** Null where the district tells us of no force (the Isle of Man, the Channel Islands, a code we do not know). */
  name: string | null;
  url: string;
}

const findYourArea = "https://www.police.uk/pu/your-area/";

/** `E07000095-104` → E07000095 … E07000104. */
function codesOf(words: string): string[] {
  const [first = "", lastFigures] = words.split("-");
  if (lastFigures === undefined) return [first];
  const letters = first.slice(0, 3);
  const last = first.slice(0, first.length - lastFigures.length) + lastFigures;
  const codes: string[] = [];
  for (let number = Number(first.slice(3)); number <= Number(last.slice(3)); number += 1) {
    codes.push(letters + String(number).padStart(6, "0"));
  }
  return codes;
}

const areaByCode = new Map<string, PoliceArea>(
  policeAreas.flatMap((area) =>
    area.districts
      .split(" ")
      .flatMap(codesOf)
      .map((code) => [code, area] as const),
  ),
);

/**
 * The territorial police force of a local authority district.
 * @example otherForceOf("E08000039").name // "South Yorkshire Police"
 */
export function otherForceOf(districtCode: string): OtherForce {
  const area = areaByCode.get(districtCode) ?? areaByCode.get(districtCode.slice(0, 3));
  if (area === undefined) return { name: null, url: findYourArea };
  return { name: area.name, url: area.slug === null ? findYourArea : `${findYourArea}${area.slug}/` };
}
