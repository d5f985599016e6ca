/** A street-level file of data.police.uk, invented. */
const streetHeader =
  "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

export const streetFile = (rows: readonly string[]): string => [streetHeader, ...rows, ""].join("\n");

export const streetRow = (
  [lng, lat]: readonly [string, string],
  { kind = "Burglary", month = "2026-03" } = {},
): string => `,${month},A Force,A Force,${lng},${lat},On or near a street,,,${kind},,`;
