import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import type { Role } from "#app/domain/access.ts";
import type { ConcernState } from "#app/domain/concern/states.ts";
import type { Connection } from "#app/domain/account/account.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { importStructure } from "#app/services/structure/import-structure.server.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import type { TestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, type TestArea } from "#tests/support/boundary-files.ts";
import { testJob } from "#tests/support/job.ts";
import { addCycle as addVote, noon } from "./vote-desk.ts";

/** What the restructures of these tests are about, in a database that outlives each of them. */
export const openForce = (db: Db, files: TestFiles) => {
  const insert = async <Row>(rows: Promise<Row[]>): Promise<Row> => {
    const [row] = await rows;
    if (row === undefined) throw new Error("Nothing was written.");
    return row;
  };
  const reference = () => randomUUID().slice(0, 8);
  return {
    load: async (areas: readonly TestArea[], now = noon) => {
      const job = testJob(db, { now: () => now });
      return importBoundaries(job, boundaryImport(await files.write("areas.geojson", geoJson(areas))));
    },
    /** A structure of these neighbourhoods, all in one team. */
    loadStructure: async (codes: readonly string[]) => {
      const header =
        "neighbourhood_code,bcu_code,bcu_name,section_code,section_name,partnership_code,partnership_name,team_code,team_name";
      const rows = codes.map((code) => `${code},B1,North,S1,Peak,E07000037,High Peak,T1,Northgate`);
      const path = await files.write("structure.csv", [header, ...rows, ""].join("\n"));
      await importStructure(testJob(db), { path, dryRun: false, sourceDate: null, attribution: "" });
    },
    id: async (code: string) =>
      (await insert(db.select().from(schema.neighbourhoods).where(eq(schema.neighbourhoods.code, code)))).id,
    empty: async () => {
      for (const table of [
        schema.editionTerms,
        schema.resolutions,
        schema.appointments,
        schema.news,
        schema.concerns,
        schema.threads,
        schema.priorities,
        schema.candidates,
        schema.cycles,
        schema.meetings,
        schema.followings,
        schema.residentConnections,
        schema.editions,
        schema.neighbourhoods,
      ])
        await db.delete(table);
    },
    addConcern: async (neighbourhoodId: string, state: ConcernState, cycleId: string | null = null) => {
      const isPublished = ["published-candidate", "shortlisted", "adopted", "not-adopted"].includes(state);
      const { id } = await insert(
        db
          .insert(schema.concerns)
          .values({
            reference: reference(),
            neighbourhoodId,
            category: "other",
            source: "online",
            state,
            raisedAt: noon,
            triageDueAt: noon,
            changedAt: noon,
            cycleId,
            ...(isPublished ? { publishedAt: noon, publicTitle: "A title", publicSummary: "A summary" } : {}),
            ...(state === "not-adopted" || state === "rejected" ? { reasonCode: "not-decided" } : {}),
          })
          .returning(),
      );
      return id;
    },
    addPriority: async (neighbourhoodId: string, slot: number | null) => {
      const { id } = await insert(
        db
          .insert(schema.priorities)
          .values({
            reference: reference(),
            neighbourhoodId,
            origin: "snt-urgent",
            state: slot === null ? "closed-without-signoff" : "in-progress",
            slot,
            category: "other",
            title: "A problem",
            statement: "What is wrong.",
            urgentReason: "It could not wait.",
            lapsesOn: "2026-12-31",
            changedAt: noon,
          })
          .returning(),
      );
      return id;
    },
    addThread: async (neighbourhoodId: string, state: "acknowledged" | "closed") => {
      const { id } = await insert(
        db
          .insert(schema.threads)
          .values({
            reference: reference(),
            neighbourhoodId,
            state,
            level: "team",
            receivedAt: noon,
            dueAt: noon,
            closedAt: state === "closed" ? noon : null,
            changedAt: noon,
          })
          .returning(),
      );
      return id;
    },
    addMeeting: async (neighbourhoodId: string, state: "announced" | "held") => {
      const { id } = await insert(
        db
          .insert(schema.meetings)
          .values({
            reference: reference(),
            kind: "drop-in",
            state,
            title: "Drop-in",
            startsAt: noon,
            endsAt: new Date(noon.getTime() + 3_600_000),
            place: "The library",
            access: "No steps.",
            whoComes: "The team",
            announcedAt: noon,
            changedAt: noon,
          })
          .returning(),
      );
      await db.insert(schema.meetingNeighbourhoods).values({ meetingId: id, neighbourhoodId });
      return id;
    },
    addResident: async (connections: Readonly<Record<string, Connection>>, followedId: string | null) => {
      const { id: accountId } = await insert(
        db
          .insert(schema.accounts)
          .values({ kind: "resident", status: "active", createdAt: noon })
          .returning(),
      );
      for (const [neighbourhoodId, kind] of Object.entries(connections))
        await db.insert(schema.residentConnections).values({ accountId, neighbourhoodId, kind });
      if (followedId !== null)
        await db
          .insert(schema.followings)
          .values({ accountId, kind: "neighbourhood", subjectId: followedId, pace: "monthly", since: noon });
      return accountId;
    },
    /** Somebody with a role in a neighbourhood, or in the whole force. */
    addHolder: async (role: Role, neighbourhoodId: string | null, endsOn: string | null = null) => {
      const { id: accountId } = await insert(
        db
          .insert(schema.accounts)
          .values({
            kind: neighbourhoodId === null ? "staff" : "member",
            status: "active",
            email: `${reference()}@example.com`,
            createdAt: noon,
          })
          .returning(),
      );
      await db.insert(schema.appointments).values({
        accountId,
        role,
        areaKind: neighbourhoodId === null ? "force" : "neighbourhood",
        areaId: neighbourhoodId,
        startsOn: "2026-01-01",
        endsOn,
        createdAt: noon,
      });
      return accountId;
    },
    addPanelMeeting: async (neighbourhoodId: string, closesAt: Date) => {
      const { id } = await insert(
        db
          .insert(schema.resolutions)
          .values({
            neighbourhoodId,
            kind: "confirm-urgent",
            format: "written",
            state: "open",
            heldOn: "2026-02-01",
            membersTotal: 8,
            quorum: 4,
            openedAt: noon,
            closesAt,
          })
          .returning(),
      );
      return id;
    },
    addCycle: (neighbourhoodId: string, stage: CycleStage) =>
      addVote(db, neighbourhoodId, { stage, candidates: 2 }),
  };
};

export type SuccessionForce = ReturnType<typeof openForce>;
