import { useEffect, useState } from 'preact/hooks';

/** A short answer to a press of a button, which goes after some milliseconds. */
export function useSaid(shownFor = 2500): readonly [said: string, say: (text: string) => void] {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => say(''), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}

/** Copies a text; says so, or how to copy it by hand where the browser does not let a script do it. */
export async function copy(text: string, say: (said: string) => void, done: string, byHand: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say(`The browser refused; ${byHand}.`);
  }
}

export const COPY_ADDRESS = 'copy the address bar instead';
