import { titleOf } from "#app/domain/team/title.ts";
import type { PostKind } from "#app/domain/team/team.ts";

interface Named {
  kind: PostKind;
  reference: string;
  holder: string | null;
}

/** A post as its team knows it: "PC Cole"; a vacant one by its reference. */
export const postInWords = ({ kind, reference, holder }: Named): string =>
  holder === null ? `${titleOf(kind)} ${reference} (vacant)` : `${titleOf(kind)} ${holder}`;

/** The same without a name, for what is kept on a device: whoever finds it learns nothing of a person. */
export const postWithoutName = ({ kind, reference }: Omit<Named, "holder">): string =>
  `${titleOf(kind)}, post ${reference}`;
