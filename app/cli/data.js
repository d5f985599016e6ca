import { pathToFileURL } from "node:url";
import { builtCommandLine, ensureBuilt, productionUnlessSaid } from "../server/build.js";

productionUnlessSaid();
await ensureBuilt();
await import(pathToFileURL(builtCommandLine).href);
