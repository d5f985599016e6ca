import { sql, type SQL } from "drizzle-orm";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { statesOfStage, type SearchStage } from "#app/domain/concern/search-stage.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { concerns } from "#db/schema/concern.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** What somebody searches for; null or empty where it does not matter. */
export interface Search {
  /** As `termsOf` makes them: each has to be found, forgiving its spelling. */
  terms: readonly string[];
  neighbourhoodId: string | null;
  category: ConcernCategory | null;
  stage: SearchStage | null;
}

interface FoundBase {
  reference: string;
  title: string;
  neighbourhoodId: string;
  category: ConcernCategory;
}
export type Found = FoundBase &
  ({ kind: "concern"; state: ConcernState } | { kind: "priority"; state: PriorityState });

// A letter too many or too few in a word of six still finds it; unlike words do not.
const leastAlike = "0.5";

const all = (conditions: readonly SQL[]) => sql.join([...conditions], sql` and `);

/** Both conditions and both orders read the trigram index: `<%` by the threshold set for the transaction. */
const alike = (terms: readonly string[], words: SQL): SQL[] => terms.map((term) => sql`${term} <% ${words}`);

const score = (terms: readonly string[], words: SQL): SQL =>
  terms.length === 0
    ? sql`0::real`
    : sql`(${sql.join(
        terms.map((term) => sql`word_similarity(${term}, ${words})`),
        sql` + `,
      )})`;

const inList = (values: readonly string[]) =>
  sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

const concernWords = sql`concern_words(concerns.*)`;
const priorityWords = sql`priority_words(priorities.*)`;

function concernsOf({ terms, neighbourhoodId, category, stage }: Search): SQL {
  const states = stage === null ? null : statesOfStage[stage].concerns;
  return all([
    sql`${concerns.publishedAt} is not null and ${concerns.takenDownAt} is null`,
    // What was merged or adopted is found as what it became.
    states === null
      ? sql`${concerns.state} not in ('merged', 'adopted')`
      : states.length === 0
        ? sql`false`
        : sql`${concerns.state}::text in ${inList(states)}`,
    ...(neighbourhoodId === null ? [] : [sql`${concerns.neighbourhoodId} = ${neighbourhoodId}`]),
    ...(category === null ? [] : [sql`${concerns.category} = ${category}`]),
    ...alike(terms, concernWords),
  ]);
}

function prioritiesOf({ terms, neighbourhoodId, category, stage }: Search): SQL {
  const states = stage === null ? null : statesOfStage[stage].priorities;
  return all([
    sql`${priorities.takenDownAt} is null and ${priorities.state} <> 'proposed'`,
    ...(states === null
      ? []
      : [states.length === 0 ? sql`false` : sql`${priorities.state}::text in ${inList(states)}`]),
    ...(neighbourhoodId === null ? [] : [sql`${priorities.neighbourhoodId} = ${neighbourhoodId}`]),
    ...(category === null ? [] : [sql`${priorities.category} = ${category}`]),
    ...alike(terms, priorityWords),
  ]);
}

/**
 * Published concerns and priorities together, the likest first, then the newest; staff's words alone are searched and
 * shown. Call it in a transaction, whose threshold of likeness it sets.
 */
export async function searchPublished(
  tx: Db,
  search: Search,
  { limit, offset }: { limit: number; offset: number },
): Promise<Found[]> {
  await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${leastAlike}, true)`);
  const found = await tx.execute(sql`
    select kind, reference, title, "neighbourhoodId", category, state from (
      select 'concern' as kind, ${concerns.reference} as reference, ${concerns.publicTitle} as title,
        ${concerns.neighbourhoodId} as "neighbourhoodId", ${concerns.category}::text as category,
        ${concerns.state}::text as state, ${concerns.publishedAt} as at, ${score(search.terms, concernWords)} as score
      from ${concerns} where ${concernsOf(search)}
      union all
      select 'priority', ${priorities.reference}, ${priorities.title}, ${priorities.neighbourhoodId},
        ${priorities.category}::text, ${priorities.state}::text,
        coalesce(${priorities.adoptedOn}::timestamptz, ${priorities.changedAt}), ${score(search.terms, priorityWords)}
      from ${priorities} where ${prioritiesOf(search)}
    ) as everything
    order by score desc, at desc, reference
    limit ${limit} offset ${offset}`);
  return rowsOf<Found>(found);
}
