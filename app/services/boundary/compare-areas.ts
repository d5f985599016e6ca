import type { Polygonal } from "#geo/types.ts";

/** What comparing two editions needs to know of a neighbourhood. */
export interface ComparedArea {
  code: string;
  name: string;
  geometry: Polygonal;
}

export interface AreaChanges {
  added: ComparedArea[];
  gone: ComparedArea[];
  renamed: { code: string; from: string; to: string }[];
  /** Codes of those whose border differs at all. */
  reshaped: string[];
}

/** How the neighbourhoods of one edition differ from those of the one before, by code. */
export function compareAreas(before: readonly ComparedArea[], after: readonly ComparedArea[]): AreaChanges {
  const known = new Map(before.map((area) => [area.code, area]));
  const kept = new Set(after.map(({ code }) => code));
  const changes: AreaChanges = {
    added: [],
    gone: before.filter(({ code }) => !kept.has(code)),
    renamed: [],
    reshaped: [],
  };
  for (const area of after) {
    const old = known.get(area.code);
    if (old === undefined) {
      changes.added.push(area);
      continue;
    }
    if (old.name !== area.name) changes.renamed.push({ code: area.code, from: old.name, to: area.name });
    if (!isSameShape(old.geometry, area.geometry)) changes.reshaped.push(area.code);
  }
  return changes;
}

const isSameShape = (a: Polygonal, b: Polygonal) =>
  a.type === b.type && JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates);
