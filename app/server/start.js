import { pathToFileURL } from "node:url";
import { builtServer, ensureBuiltOrExit, productionUnlessSaid } from "./build.js";

productionUnlessSaid();
await ensureBuiltOrExit();
await import(pathToFileURL(builtServer).href);
