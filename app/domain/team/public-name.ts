import { titleOf } from "./title.ts";
import type { HoldingKind, PostKind } from "./team.ts";

export interface NamedHolder {
  /** The rank or role the person is named by: for somebody covering a post, their own, not the post's. */
  kind: PostKind;
  holdingKind: HoldingKind;
  /** Null where an exception to naming is recorded, so that the surname need not leave the database. */
  surname: string | null;
}

/**
 * How a person is named in public: rank or role and surname, never a given name.
 *
 * @example publicName({ kind: "sergeant", holdingKind: "acting", surname: "Archer" }) // "Acting Sgt Archer"
 */
export function publicName({ kind, holdingKind, surname }: NamedHolder): string {
  const title = holdingKind === "acting" ? `Acting ${titleOf(kind)}` : titleOf(kind);
  return surname === null ? `${title} (name withheld)` : `${title} ${surname}`;
}
