/** What arrives in editions: loaded whole, in force one at a time, kept so that old answers stay reproducible. */
export const editionNouns = ["boundaries", "postcodes", "structure", "teams", "places"] as const;
export type EditionNoun = (typeof editionNouns)[number];

/** What an import did, as counts and lists of codes; `moved` names neighbourhoods whose postcodes changed. */
export interface EditionReport {
  read: number;
  added: number;
  changed: number;
  gone: number;
  moved: number;
  warnings: readonly string[];
  details: readonly string[];
}

/** An edition as answers and pages name it. */
export interface EditionLabel {
  id: string;
  source: string;
  /** The publisher's date, "2025-11-01", or null where it gives none. */
  date: string | null;
  attribution: string;
  isIllustrative: boolean;
}
