import { area } from "@turf/area";
import type { Polygonal } from "./types.ts";

/** Area of a shape in square metres, holes taken off, on a sphere: right to about 0.5 %. */
export const areaSquareMetres = (geometry: Polygonal): number => area(geometry);
