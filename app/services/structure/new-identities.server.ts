import { freeSlug } from "#app/domain/structure/slug.ts";
import type { StructureRow } from "#app/domain/structure/structure-file.ts";
import * as store from "#db/queries/structure-import.ts";
import type { Db } from "#db/types.ts";

interface ByKind<Value> {
  bcus: Value;
  sections: Value;
  partnerships: Value;
  teams: Value;
}

/** What a file brings to the lasting identities: those to add, and the names that change with the edition. */
export interface IdentityChanges {
  added: ByKind<store.Identity[]>;
  renamed: ByKind<(store.Identity & { before: string })[]>;
}

const namedIn: ByKind<(row: StructureRow) => [code: string, name: string]> = {
  bcus: (row) => [row.bcuCode, row.bcuName],
  sections: (row) => [row.sectionCode, row.sectionName],
  partnerships: (row) => [row.partnershipCode, row.partnershipName],
  teams: (row) => [row.teamCode, row.teamName],
};

async function compareKind(db: Db, kind: store.IdentityKind, rows: readonly StructureRow[]) {
  const known = new Map((await store.listIdentities(db, kind)).map(({ code, name }) => [code, name]));
  const named = [...new Map(rows.map(namedIn[kind]))].map(([code, name]) => ({ code, name }));
  return {
    added: named.filter(({ code }) => !known.has(code)),
    renamed: named.flatMap(({ code, name }) => {
      const before = known.get(code);
      return before === undefined || before === name ? [] : [{ code, name, before }];
    }),
  };
}

/** Compares the file's BCUs, sections, partnerships and teams with those met before. */
export async function compareIdentities(db: Db, rows: readonly StructureRow[]): Promise<IdentityChanges> {
  const bcus = await compareKind(db, "bcus", rows);
  const sections = await compareKind(db, "sections", rows);
  const partnerships = await compareKind(db, "partnerships", rows);
  const teams = await compareKind(db, "teams", rows);
  return {
    added: {
      bcus: bcus.added,
      sections: sections.added,
      partnerships: partnerships.added,
      teams: teams.added,
    },
    renamed: {
      bcus: bcus.renamed,
      sections: sections.renamed,
      partnerships: partnerships.renamed,
      teams: teams.renamed,
    },
  };
}

/** Adds what is new. Nothing shows it before an edition that uses it is in force. */
export async function addIdentities(db: Db, { added }: IdentityChanges): Promise<void> {
  await store.addIdentities(db, "bcus", added.bcus);
  await store.addIdentities(db, "sections", added.sections);
  await store.addIdentities(db, "teams", added.teams);
  const slugs = new Set(await store.listPartnershipSlugs(db));
  const partnerships = added.partnerships.map(({ code, name }) => {
    const slug = freeSlug(name, code, slugs);
    slugs.add(slug);
    return { code, name, slug };
  });
  await store.addPartnerships(db, partnerships);
}

/** Adds the neighbourhoods that no boundaries brought, with an address made of the name the file gives. */
export async function addNeighbourhoods(db: Db, rows: readonly StructureRow[], now: Date): Promise<void> {
  const known = await store.listNeighbourhoodIdentities(db);
  const codes = new Set(known.map(({ code }) => code));
  const slugs = new Set(known.map(({ slug }) => slug));
  const added = rows
    .filter(({ neighbourhoodCode }) => !codes.has(neighbourhoodCode))
    .map(({ neighbourhoodCode, neighbourhoodName }) => {
      const slug = freeSlug(neighbourhoodName ?? neighbourhoodCode, neighbourhoodCode, slugs);
      slugs.add(slug);
      return { code: neighbourhoodCode, slug };
    });
  await store.addNeighbourhoods(db, added, now);
}
