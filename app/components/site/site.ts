import { useRouteLoaderData } from "@remix-run/react";

/** What every page knows of the installation: the root loader's data. */
export interface Site {
  force: { name: string; shortName: string; website: string | null } | null;
  isDemonstration: boolean;
  hasIllustrativeBoundaries: boolean;
  /** Who is signed in, as the header says it. */
  signedIn: { kind: "resident" | "staff" | "member"; name: string | null } | null;
  publicUrl: string;
  /** Names this request in the log and on an error page. */
  requestId: string;
  /** Whether the form that this request sent was refused. */
  hasRefusedForm: boolean;
}

/** The site, or null when even the root loader failed. */
export const useSite = (): Site | null => useRouteLoaderData<Site>("root") ?? null;
