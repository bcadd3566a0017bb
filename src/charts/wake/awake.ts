import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/** True within components that were not in the page as built: for them scripts are running from the start. */
export const DrawnAwake = createContext(false);

/** False on the server and in the first render of the browser, true once scripts run: for what is useless without them. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(useContext(DrawnAwake));
  useEffect(() => setAwake(true), []);
  return awake;
}

/** A value that follows its source only after that has not changed for a while: for announcements and slow drawings. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
