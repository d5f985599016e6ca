import { areaInWords } from "#app/domain/account/area-words.ts";
import {
  areaValue,
  memberAreaKinds,
  type MemberAreaKind,
  type OfferedArea,
} from "#app/domain/member/area.ts";

const labels: Readonly<Record<MemberAreaKind, string>> = {
  force: "",
  partnership: "Partnerships",
  team: "Teams",
  neighbourhood: "Neighbourhoods",
};

/** The areas to choose from, the widest kind first. */
export const areaGroups = (areas: readonly OfferedArea[]) =>
  memberAreaKinds.flatMap((kind) => {
    const items = areas
      .filter((area) => area.kind === kind)
      .map((area) => ({ value: areaValue(area), words: areaInWords(area) }));
    return items.length === 0 ? [] : [{ label: labels[kind], items }];
  });
