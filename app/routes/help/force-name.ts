/** The force as the help page names it. */
export interface ForceName {
  name: string;
  website: string | null;
}
