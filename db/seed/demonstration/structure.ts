import type { DemonstrationBcu, DemonstrationSection } from "./types.ts";

/** The four basic command units of the 2007 inspection report (line 150). */
export const bcus: readonly DemonstrationBcu[] = [
  { code: "A", name: "Alfreton" },
  { code: "B", name: "Buxton" },
  { code: "C", name: "Chesterfield" },
  { code: "D", name: "Derby" },
];

/** Which areas made up each unit is not recorded; this division is illustrative. */
export const sections: readonly DemonstrationSection[] = [
  { code: "A1", name: "Alfreton and Ripley", bcuCode: "A" },
  { code: "A2", name: "Belper", bcuCode: "A" },
  { code: "A3", name: "Ilkeston", bcuCode: "A" },
  { code: "A4", name: "Long Eaton", bcuCode: "A" },
  { code: "B1", name: "Glossop and New Mills", bcuCode: "B" },
  { code: "B2", name: "Buxton", bcuCode: "B" },
  { code: "B3", name: "Bakewell and Matlock", bcuCode: "B" },
  { code: "B4", name: "Ashbourne and Wirksworth", bcuCode: "B" },
  { code: "C1", name: "Chesterfield", bcuCode: "C" },
  { code: "C2", name: "Dronfield", bcuCode: "C" },
  { code: "C3", name: "Clay Cross", bcuCode: "C" },
  { code: "C4", name: "Bolsover", bcuCode: "C" },
  { code: "D1", name: "Derby North", bcuCode: "D" },
  { code: "D2", name: "Derby South", bcuCode: "D" },
  { code: "D3", name: "South Derbyshire", bcuCode: "D" },
];

/** The 23 Safer Neighbourhoods Teams: code, name and section; each is led by one sergeant. */
export const teamRows: readonly (readonly [code: string, name: string, sectionCode: string])[] = [
  ["ALF", "Alfreton", "A1"],
  ["RIP", "Ripley and Heanor", "A1"],
  ["BEL", "Belper", "A2"],
  ["ILK", "Ilkeston", "A3"],
  ["LOE", "Long Eaton", "A4"],
  ["GLO", "Glossop", "B1"],
  ["NEW", "New Mills and Chapel", "B1"],
  ["BUX", "Buxton and Hope Valley", "B2"],
  ["BAK", "Bakewell and Matlock", "B3"],
  ["ASH", "Ashbourne and Wirksworth", "B4"],
  ["CHE", "Chesterfield Town", "C1"],
  ["STA", "Staveley and Brimington", "C1"],
  ["DRO", "Dronfield and Eckington", "C2"],
  ["CLA", "Clay Cross", "C3"],
  ["CLO", "Bolsover and Clowne", "C4"],
  ["SHI", "Shirebrook and South Normanton", "C4"],
  ["DCC", "Derby City Centre", "D1"],
  ["DNO", "Derby North", "D1"],
  ["DEA", "Derby East", "D1"],
  ["DWE", "Derby West", "D2"],
  ["DSO", "Derby South", "D2"],
  ["SWA", "Swadlincote", "D3"],
  ["MER", "Trent and Mercia", "D3"],
];
