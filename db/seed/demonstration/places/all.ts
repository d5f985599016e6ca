import { amberValley } from "./amber-valley.ts";
import { bolsover } from "./bolsover.ts";
import { chesterfield } from "./chesterfield.ts";
import { derby } from "./derby.ts";
import { derbyshireDales } from "./derbyshire-dales.ts";
import { erewash } from "./erewash.ts";
import { highPeak } from "./high-peak.ts";
import { northEastDerbyshire } from "./north-east-derbyshire.ts";
import { southDerbyshire } from "./south-derbyshire.ts";

/** The nine districts of Derbyshire, in alphabetical order. */
export const districts = [
  amberValley,
  bolsover,
  chesterfield,
  derby,
  derbyshireDales,
  erewash,
  highPeak,
  northEastDerbyshire,
  southDerbyshire,
] as const;
