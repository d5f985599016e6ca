/** One recorded incident: of what kind, and where in WGS84 degrees as the publisher blurred it; null where it says nowhere. */
export interface StreetIncident {
  kind: string;
  lngLat: readonly [lng: number, lat: number] | null;
}

/** Where the columns that are read stand in a row, and how many there are. */
export interface StreetColumns {
  month: number;
  lng: number;
  lat: number;
  kind: number;
  count: number;
}

const names = { month: "month", lng: "longitude", lat: "latitude", kind: "crime type" } as const;
const longestKind = 80;

/** Finds the columns in a header row, or says what is wrong with it, one thing to a line. */
export function findStreetColumns(header: readonly string[]): StreetColumns | { wrong: string[] } {
  const found = header.map((cell) => cell.trim().toLowerCase());
  const wrong = Object.values(names).flatMap((name) => {
    const times = found.filter((cell) => cell === name).length;
    if (times === 1) return [];
    return [times === 0 ? `column "${name}" is missing` : `column "${name}" is there ${times} times`];
  });
  if (wrong.length > 0) return { wrong };
  return {
    month: found.indexOf(names.month),
    lng: found.indexOf(names.lng),
    lat: found.indexOf(names.lat),
    kind: found.indexOf(names.kind),
    count: found.length,
  };
}

/** What a row says, or why it cannot be counted. `month` is "2024-01", which the whole file is of. */
export function readStreetRow(
  cells: readonly string[],
  columns: StreetColumns,
  month: string,
): StreetIncident | { why: string } {
  if (cells.length !== columns.count)
    return { why: `has ${cells.length} cells where the header has ${columns.count}` };
  const cell = (at: number) => (cells[at] ?? "").trim();
  if (cell(columns.month) !== month)
    return { why: `its month is ${quoted(cell(columns.month))}, not ${month}` };
  const kind = cell(columns.kind);
  if (kind === "") return { why: `its ${names.kind} is missing` };
  if (kind.length > longestKind) return { why: `its ${names.kind} is longer than ${longestKind} characters` };
  // why: it is shown on pages and in terminals; none that is real holds one.
  if (/\p{Cc}/u.test(kind)) return { why: `its ${names.kind} holds a control character` };
  const [lng, lat] = [cell(columns.lng), cell(columns.lat)];
  if (lng === "" && lat === "") return { kind, lngLat: null };
  const why = wrongDegrees(names.lng, lng, 180) ?? wrongDegrees(names.lat, lat, 90);
  return why === null ? { kind, lngLat: [Number(lng), Number(lat)] } : { why };
}

function wrongDegrees(name: string, cell: string, most: number): string | null {
  if (cell === "") return `its ${name} is missing`;
  if (!/^-?\d+(\.\d+)?$/.test(cell)) return `its ${name} is ${quoted(cell)}, not a number`;
  return Math.abs(Number(cell)) > most ? `its ${name} is ${quoted(cell)}, not in degrees` : null;
}

const quoted = (cell: string) =>
  `"${cell.slice(0, 20).replaceAll(/\p{Cc}/gu, "?")}${cell.length > 20 ? "…" : ""}"`;
