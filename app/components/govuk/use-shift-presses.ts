import { useEffect, useState } from "react";
import { afterKeyUp, noPresses, pressesToLeave } from "./shift-presses.ts";

const forgetAfterMs = 5_000;

const saidAfter = (count: number) => {
  const left = pressesToLeave - count;
  return `Shift, press ${left} more ${left === 1 ? "time" : "times"} to exit.`;
};

/** Counts Shift anywhere on the page, and calls `onEnough`, which must stay the same, at the third within five seconds of the last. */
export function useShiftPresses(onEnough: () => void): { count: number; said: string } {
  const [count, setCount] = useState(0);
  const [said, setSaid] = useState("");
  useEffect(() => {
    let presses = noPresses;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      presses = noPresses;
      setCount(0);
      setSaid("Exit this page expired.");
      timer = setTimeout(() => setSaid(""), forgetAfterMs);
    };
    const onKeyUp = (event: KeyboardEvent) => {
      const before = presses.count;
      presses = afterKeyUp(presses, event);
      if (presses.count === before) return;
      clearTimeout(timer);
      if (presses.count === 0) {
        forget();
        return;
      }
      setCount(presses.count);
      if (presses.count < pressesToLeave) {
        setSaid(saidAfter(presses.count));
        timer = setTimeout(forget, forgetAfterMs);
        return;
      }
      presses = noPresses;
      setCount(0);
      setSaid("");
      onEnough();
    };
    document.addEventListener("keyup", onKeyUp, true);
    return () => {
      document.removeEventListener("keyup", onKeyUp, true);
      clearTimeout(timer);
    };
  }, [onEnough]);
  return { count, said };
}
