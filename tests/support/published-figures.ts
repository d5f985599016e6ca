import { addMonths } from "#app/domain/abstraction/month.ts";
import { lastPublishable, publishableOn } from "#app/domain/abstraction/publishing.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { publishFigures } from "#app/services/abstraction/publish-figures.server.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import type { Db } from "#db/types.ts";
import { keepMonths } from "./abstraction-months.ts";

const monthsBack = 14;
const duty = 400;

/** What is special about some neighbourhoods of the demonstration, by code. */
const places: Readonly<
  Record<string, { abstracted: number; posts?: number; confirmed?: number; lent?: number }>
> = {
  // 9 of every 100 hours, and restated for the worse below.
  AV01: { abstracted: 36, lent: 16 },
  AV02: { abstracted: 38, posts: 2 },
  HP01: { abstracted: 41 },
  HP02: { abstracted: 20, confirmed: 80 },
};

/** Figures of a year and more of the demonstration, published as they fell due; Alfreton's last quarter is restated. */
export async function fillPublished(db: Db, today: Day): Promise<void> {
  const quarter = lastPublishable("quarter", today);
  const last = addMonths(quarter, 2);
  const known = await db.select({ id: neighbourhoods.id, code: neighbourhoods.code }).from(neighbourhoods);
  await keepMonths(
    db,
    known.flatMap(({ id, code }, at) =>
      Array.from({ length: monthsBack }, (_, back) => ({
        neighbourhoodId: id,
        month: addMonths(last, -back),
        duty,
        ...(places[code] ?? { abstracted: 25 + ((at + back) % 24) }),
      })),
    ),
  );
  const first = publishableOn("quarter", quarter);
  await publish(db, first);
  const alfreton = known.find(({ code }) => code === "AV01")?.id ?? "";
  await keepMonths(db, [{ neighbourhoodId: alfreton, month: quarter, duty, abstracted: 36 + 13, lent: 16 }]);
  await publish(db, addDays(first, 2));
}

const publish = (db: Db, on: Day) =>
  publishFigures({ db, now: new Date(`${on}T09:00:00Z`), signal: new AbortController().signal });
