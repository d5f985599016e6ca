import { pathToFileURL } from "node:url";
import { builtCommandLine, ensureBuiltOrExit, productionUnlessSaid } from "../server/build.js";

productionUnlessSaid();
await ensureBuiltOrExit();
await import(pathToFileURL(builtCommandLine).href);
