import { titleOf } from "#app/domain/team/title.ts";
import type { PostKind } from "#app/domain/team/team.ts";

/** A post as those call it who keep its duties: "PC Cole (PC 12)", or "PC, vacant (PC 12)". */
export const postInWords = ({
  kind,
  holder,
  reference,
}: {
  kind: PostKind;
  holder: string | null;
  reference: string;
}): string => `${titleOf(kind)}${holder === null ? ", vacant" : ` ${holder}`} (${reference})`;
