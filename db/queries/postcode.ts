import { and, asc, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import type { OutsideOutward, PostcodePoint } from "#app/domain/finder/finder.ts";
import { outsidePostcodes, postcodes } from "../schema/postcode.ts";
import { partnerships } from "../schema/structure.ts";
import type { Db } from "../types.ts";

/** A row of `postcodes` to write. */
export interface NewPostcode {
  postcode: string;
  /** WGS84 degrees, NaN where there is no point. */
  lng: number;
  lat: number;
  districtCode: string | null;
  terminatedIn: string | null;
}

const columnsSchema = z.object({
  postcode: z.array(z.string()),
  lng: z.array(z.number().nullable()),
  lat: z.array(z.number().nullable()),
  district: z.array(z.string().nullable()),
  terminated: z.array(z.string().nullable()),
});

// A page is read in about ten milliseconds: in the embedded database a query holds up the whole process.
const pageRows = 2_000;

/**
 * The edition's postcodes of the force in pages, ascending: for work that must give way between pages. A page arrives
 * as five columns, which both drivers read several times as quickly as rows.
 */
export async function* pagePostcodes(db: Db, editionId: string): AsyncGenerator<PostcodePoint[]> {
  let after = "";
  for (;;) {
    const page = db
      .select()
      .from(postcodes)
      .where(and(eq(postcodes.editionId, editionId), gt(postcodes.postcode, after)))
      .orderBy(asc(postcodes.postcode))
      .limit(pageRows)
      .as("page");
    const [row] = await db
      .select({
        columns: sql`json_build_object(
          'postcode', coalesce(json_agg(${page.postcode}), '[]'),
          'lng', coalesce(json_agg(${page.lng}), '[]'),
          'lat', coalesce(json_agg(${page.lat}), '[]'),
          'district', coalesce(json_agg(${page.districtCode}), '[]'),
          'terminated', coalesce(json_agg(${page.terminatedIn}), '[]'))`.mapWith((columns: unknown) =>
          columnsSchema.parse(typeof columns === "string" ? JSON.parse(columns) : columns),
        ),
      })
      .from(page);
    const columns = row?.columns;
    const last = columns?.postcode.at(-1);
    if (columns === undefined || last === undefined) return;
    yield columns.postcode.map((postcode, index) => ({
      postcode,
      lng: columns.lng[index] ?? NaN,
      lat: columns.lat[index] ?? NaN,
      districtCode: columns.district[index] ?? null,
      terminatedIn: columns.terminated[index] ?? null,
    }));
    if (columns.postcode.length < pageRows) return;
    after = last;
  }
}

/** All of the edition's postcodes of the force, ascending; NaN for a point that is not known. */
export async function loadPostcodes(db: Db, editionId: string): Promise<PostcodePoint[]> {
  const loaded: PostcodePoint[] = [];
  for await (const page of pagePostcodes(db, editionId)) for (const row of page) loaded.push(row);
  return loaded;
}

const outsidePageRows = 250;

/** All of the edition's postcodes outside the force, packed by outward code, ascending. */
export async function loadOutside(db: Db, editionId: string): Promise<OutsideOutward[]> {
  const loaded: OutsideOutward[] = [];
  let after = "";
  for (;;) {
    const page = await db
      .select({
        outward: outsidePostcodes.outward,
        districtCodes: outsidePostcodes.districtCodes,
        // why: bytes arrive as hexadecimal otherwise, which takes the embedded driver four times as long to read.
        units: sql`encode(${outsidePostcodes.units}, 'base64')`.mapWith((text: string) =>
          Buffer.from(text, "base64"),
        ),
      })
      .from(outsidePostcodes)
      .where(and(eq(outsidePostcodes.editionId, editionId), gt(outsidePostcodes.outward, after)))
      .orderBy(asc(outsidePostcodes.outward))
      .limit(outsidePageRows);
    for (const row of page) loaded.push(row);
    const last = page.at(-1);
    if (last === undefined || page.length < outsidePageRows) return loaded;
    after = last.outward;
  }
}

/** Whether the edition knows any postcode outside the force. */
export const knowsOutside = async (db: Db, editionId: string): Promise<boolean> =>
  (await db.$count(outsidePostcodes, eq(outsidePostcodes.editionId, editionId))) > 0;

/** GSS codes of the districts that are the force's. */
export async function listForceDistricts(db: Db): Promise<string[]> {
  const rows = await db
    .select({ code: partnerships.code })
    .from(partnerships)
    .orderBy(asc(partnerships.code));
  return rows.map((row) => row.code);
}

/** Writes postcodes under a staged edition in one statement; keep batches near a thousand. */
export async function insertPostcodes(
  db: Db,
  editionId: string,
  rows: readonly NewPostcode[],
): Promise<void> {
  // why: one parameter of JSON means the same to both drivers and is quicker than thousands of parameters.
  await db.execute(sql`
    insert into ${postcodes} (edition_id, postcode, lng, lat, district_code, terminated_in)
    select ${editionId}::uuid, r.postcode, r.lng, r.lat, r."districtCode", r."terminatedIn"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (
      postcode text, lng double precision, lat double precision, "districtCode" text, "terminatedIn" text)`);
}

/** Writes packed postcodes under a staged edition in one statement; keep batches near a hundred. */
export async function insertOutside(
  db: Db,
  editionId: string,
  rows: readonly OutsideOutward[],
): Promise<void> {
  await db.insert(outsidePostcodes).values(
    rows.map(({ outward, districtCodes, units }) => ({
      editionId,
      outward,
      districtCodes: [...districtCodes],
      units,
    })),
  );
}
