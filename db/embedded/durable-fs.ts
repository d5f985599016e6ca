import { fdatasyncSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type PostgresModule = Parameters<NodeFS["init"]>[1];

interface NodeFileStream {
  nfd?: number;
}

interface ModuleWithNodeFs {
  NODEFS: { stream_ops: { fsync?: (stream: NodeFileStream) => number } };
}

const hasNodeFs = (module: unknown): module is ModuleWithNodeFs =>
  typeof module === "object" && module !== null && "NODEFS" in module;

/**
 * The embedded database's files with a real fdatasync behind each fsync. PGlite's own NodeFS has none, so that
 * a power cut could lose what was acknowledged. Relies on internals of the pinned version: `syncCount` lets the
 * opener prove at every start that a commit reaches the disk.
 */
export class DurableNodeFs extends NodeFS {
  syncCount = 0;

  override async init(pg: PGlite, options: PostgresModule) {
    const result = await super.init(pg, options);
    const { preRun } = result.emscriptenOpts;
    if (!Array.isArray(preRun))
      throw new Error("This version of PGlite starts differently: durable files cannot be set up.");
    preRun.unshift((module: unknown) => {
      if (!hasNodeFs(module))
        throw new Error("This version of PGlite has no NODEFS: durable files cannot be set up.");
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fdatasyncSync(stream.nfd);
        this.syncCount += 1;
        return 0;
      };
    });
    return result;
  }
}
