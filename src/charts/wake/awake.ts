import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** True around what was not there when the page was made: it is drawn by a script that runs. */
export const DrawnAwake = createContext(false);

/** False on the server and in the first render of the browser, true once scripts run: for what is useless without them. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(useContext(DrawnAwake));
  useEffect(() => setAwake(true), []);
  return awake;
}

/** A value that follows its source only when that has been still for a while: for what is spoken, or slow to draw. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
