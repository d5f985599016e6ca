import type { HoldingKind, PostKind } from "#app/domain/team/team.ts";
import { longTitleOf } from "#app/domain/team/title.ts";

interface PostRow {
  postId: string;
  reference: string;
  kind: PostKind;
  personId: string | null;
  surname: string | null;
  holdingKind: HoldingKind | null;
  accountId: string | null;
}

/** One line to choose: a holder to link to, or a vacant post to give. */
export interface HolderChoice {
  /** "person:…" or "post:…". */
  value: string;
  label: string;
  hint: string;
}

const kindWords: Readonly<Record<HoldingKind, string>> = {
  substantive: "holds the post",
  acting: "acts in the post",
  cover: "covers the post",
};

/** The holders of a team's posts, and its posts that nobody holds or acts in, sergeants first as the list has them. */
export function holderChoices(rows: readonly PostRow[]): HolderChoice[] {
  const held = new Set(
    rows.flatMap(({ postId, holdingKind }) =>
      holdingKind === "substantive" || holdingKind === "acting" ? [postId] : [],
    ),
  );
  const offered = new Set<string>();
  return rows.flatMap((row): HolderChoice[] => {
    const { postId, reference, kind, personId, surname, holdingKind, accountId } = row;
    const post = `${longTitleOf(kind)}, post ${reference}`;
    const holder: HolderChoice[] =
      personId === null || surname === null || holdingKind === null
        ? []
        : [
            {
              value: `person:${personId}`,
              label: surname,
              hint: `${post}: ${kindWords[holdingKind]}${accountId === null ? "" : ", linked already"}`,
            },
          ];
    if (held.has(postId) || offered.has(postId)) return holder;
    offered.add(postId);
    return [...holder, { value: `post:${postId}`, label: "Vacant", hint: post }];
  });
}
