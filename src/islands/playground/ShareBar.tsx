import { useEffect, useState } from 'preact/hooks';
import { encodeState } from '@/lessons/playground/share.ts';
import type { PlaygroundState } from '@/lessons/playground/state.ts';

interface Props {
  current: () => PlaygroundState;
  /** The check as a file of tests; undefined where there is none. */
  testFile: () => Promise<string | undefined>;
  fileName: string;
  onReset: () => void;
}

const SHOWN_FOR = 6000;

/** Older browsers cannot pack what a link holds. */
const NO_LINK = { ok: false, message: 'This browser cannot make the link; download the test file instead.' } as const;

/** A link to what is set, the check as a test file, and the way back to the example. */
export function ShareBar({ current, testFile, fileName, onReset }: Props) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = async () => {
    const encoded = await encodeState(current()).catch(() => NO_LINK);
    if (!encoded.ok) return setSaid(encoded.message);
    history.replaceState(history.state, '', `${location.pathname}${location.search}${encoded.fragment}`);
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('Link copied.');
    } catch {
      setSaid('The browser refused; copy the address bar instead.');
    }
  };
  const download = async () => {
    const file = await testFile();
    if (file === undefined) return setSaid('No test file could be made of this: mend the formula, or try again.');
    const url = URL.createObjectURL(new Blob([file], { type: 'text/plain' }));
    Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    setSaid(`${fileName} saved.`);
  };
  return (
    <div class="figure-actions playground-actions">
      <button type="button" onClick={copy}>
        Copy link
      </button>
      <button type="button" onClick={download}>
        Download as a test
      </button>
      <button type="button" onClick={onReset}>
        Reset
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
