import type { DemonstrationBase } from "./types.ts";

/** A base as typed: the teams it serves stand in for their neighbourhoods. */
type BaseRow = Omit<DemonstrationBase, "neighbourhoodCodes"> & { readonly teamCode: string };

const weekdays = "Monday to Friday, 9am to 5pm";
const mornings = "Monday to Saturday, 9am to 1pm";
const twoDays = "Tuesday and Thursday, 10am to 4pm";

const base = (
  teamCode: string,
  town: string,
  lng: number,
  lat: number,
  openingHours: string | null,
  sharedWith: string | null = null,
): BaseRow => ({
  code: `${teamCode}-BASE`,
  teamCode,
  name: `${town} Safer Neighbourhoods base`,
  address: `${town} (illustrative address)`,
  isPublic: openingHours !== null,
  openingHours,
  lng,
  lat,
  sharedWith,
});

/** One base for each team and two offices besides. Positions are town level, rounded to 0.01 degrees. */
export const baseRows: readonly BaseRow[] = [
  base("ALF", "Alfreton", -1.39, 53.1, weekdays),
  base("RIP", "Ripley", -1.41, 53.05, weekdays, "Amber Valley Borough Council"),
  base("BEL", "Belper", -1.48, 53.02, mornings),
  base("ILK", "Ilkeston", -1.31, 52.97, weekdays, "Erewash Borough Council"),
  base("LOE", "Long Eaton", -1.27, 52.9, weekdays),
  base("GLO", "Glossop", -1.95, 53.44, mornings),
  base("NEW", "Chapel-en-le-Frith", -1.92, 53.32, twoDays),
  base("BUX", "Buxton", -1.91, 53.26, weekdays, "High Peak Borough Council"),
  base("BAK", "Matlock", -1.56, 53.14, weekdays, "Derbyshire Dales District Council"),
  base("ASH", "Ashbourne", -1.73, 53.02, twoDays),
  base("CHE", "Chesterfield", -1.43, 53.24, weekdays),
  base("STA", "Staveley", -1.35, 53.27, mornings, "Chesterfield Borough Council"),
  base("DRO", "Dronfield", -1.47, 53.3, mornings),
  base("CLA", "Clay Cross", -1.41, 53.16, mornings, "North East Derbyshire District Council"),
  base("CLO", "Bolsover", -1.29, 53.23, mornings),
  base("SHI", "Shirebrook", -1.22, 53.2, twoDays, "Bolsover District Council"),
  base("DCC", "Derby city centre", -1.48, 52.92, weekdays),
  base("DNO", "Allestree", -1.49, 52.95, twoDays, "Community library"),
  base("DEA", "Chaddesden", -1.44, 52.93, weekdays, "Community library"),
  base("DWE", "Mickleover", -1.54, 52.9, null),
  base("DSO", "Normanton, Derby", -1.48, 52.9, weekdays, "Derby City Council"),
  base("SWA", "Swadlincote", -1.56, 52.77, weekdays, "South Derbyshire District Council"),
  base("MER", "Melbourne", -1.43, 52.82, null),
  { ...base("BUX", "Bamford", -1.69, 53.35, twoDays, "Village hall"), code: "BUX-BASE-2" },
  { ...base("BEL", "Duffield", -1.49, 52.99, null), code: "BEL-BASE-2" },
];
