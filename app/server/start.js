import { pathToFileURL } from "node:url";
import { builtServer, ensureBuilt, productionUnlessSaid } from "./build.js";

productionUnlessSaid();
await ensureBuilt();
await import(pathToFileURL(builtServer).href);
