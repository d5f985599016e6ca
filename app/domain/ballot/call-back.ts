/** How many voters of ballots entered by staff are called back, of those who left a way to reach them, rounded up. */
export const callBackCount = (reachable: number, callBackPercent: number): number =>
  Math.ceil((reachable * callBackPercent) / 100);
