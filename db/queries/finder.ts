import { asc, eq, sql } from "drizzle-orm";
import type { EditionLabel } from "#app/domain/edition/edition.ts";
import type { FinderFacts } from "#app/domain/finder/finder.ts";
import { recordedOutwards, recordedPostcodes } from "#db/schema/boundary.ts";
import { editionTerms } from "#db/schema/edition.ts";
import { forces } from "#db/schema/force.ts";
import { partnerships } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { boundariesInForce } from "./boundary.ts";
import { editionsInForce, type EditionInForce } from "./edition.ts";
import { placesInForce } from "./place.ts";
import { loadOutside, loadPostcodes } from "./postcode.ts";
import { rowsOf } from "./rows.ts";
import { placementsInForce } from "./structure.ts";

/** Changes whenever an edition comes into force, a rollback's too, or the force is named; new in a database filled anew. */
export async function finderVersion(db: Db): Promise<string> {
  const [latest] = rowsOf<{ version: string | null }>(
    await db.execute(sql`
      select concat_ws('-',
        (select string_agg(number::text, '.' order by number) from ${editionTerms} where in_force_to is null),
        (select (extract(epoch from max(in_force_from)) * 1000)::bigint::text from ${editionTerms}),
        (select left(md5(f::text), 8) from ${forces} f limit 1)) as version`),
  );
  return latest?.version ?? "";
}

/** All that the finder answers from, of one moment, or null where no boundaries are in force. */
export async function loadFinderFacts(db: Db): Promise<FinderFacts | null> {
  for (;;) {
    const version = await finderVersion(db);
    const facts = await readFacts(db, version);
    // Read in pieces, so that nobody waits for all of it: what came into force meanwhile is read again.
    if ((await finderVersion(db)) === version) return facts;
  }
}

async function readFacts(db: Db, version: string): Promise<FinderFacts | null> {
  const editions = await editionsInForce(db);
  if (editions.boundaries === null) return null;
  const boundaryEditionId = editions.boundaries.id;
  const placements = new Map(
    (await placementsInForce(db)).map((placement) => [placement.neighbourhoodId, placement]),
  );
  const shapes = (await boundariesInForce(db)).sort((a, b) => a.name.localeCompare(b.name));
  return {
    version,
    editions: {
      boundaries: labelOf(editions.boundaries),
      postcodes: editions.postcodes && labelOf(editions.postcodes),
      places: editions.places && labelOf(editions.places),
    },
    neighbourhoods: shapes.map(({ neighbourhoodId, centreLng, centreLat, ...shape }) => {
      const partnership = placements.get(neighbourhoodId)?.partnership ?? null;
      return {
        ...shape,
        id: neighbourhoodId,
        centre: [centreLng, centreLat],
        district: partnership?.name ?? null,
        districtCode: partnership?.code ?? null,
      };
    }),
    postcodes: editions.postcodes === null ? [] : await loadPostcodes(db, editions.postcodes.id),
    outside: editions.postcodes === null ? [] : await loadOutside(db, editions.postcodes.id),
    recordedPostcodes: await db
      .select({ postcode: recordedPostcodes.postcode, neighbourhoodId: recordedPostcodes.neighbourhoodId })
      .from(recordedPostcodes)
      .where(eq(recordedPostcodes.editionId, boundaryEditionId)),
    recordedOutwards: await db
      .select({ outward: recordedOutwards.outward, neighbourhoodId: recordedOutwards.neighbourhoodId })
      .from(recordedOutwards)
      .where(eq(recordedOutwards.editionId, boundaryEditionId)),
    places: await placesInForce(db),
    districts: await db
      .select({ code: partnerships.code, name: partnerships.name, slug: partnerships.slug })
      .from(partnerships)
      .orderBy(asc(partnerships.name)),
  };
}

const labelOf = ({ id, source, date, attribution, isIllustrative }: EditionInForce): EditionLabel => {
  return { id, source, date, attribution, isIllustrative };
};
