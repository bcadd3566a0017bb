import { encodeState } from '@/lessons/playground/share.ts';
import type { PlaygroundState } from '@/lessons/playground/state.ts';
import { COPY_ADDRESS, copy, useSaid } from '../state/use-said.ts';

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
  const [said, say] = useSaid(SHOWN_FOR);
  const share = async () => {
    const encoded = await encodeState(current()).catch(() => NO_LINK);
    if (!encoded.ok) return say(encoded.message);
    history.replaceState(history.state, '', `${location.pathname}${location.search}${encoded.fragment}`);
    await copy(location.href, say, 'Link copied.', COPY_ADDRESS);
  };
  const download = async () => {
    const file = await testFile();
    if (file === undefined) return say('No test file could be made of this: mend the formula, or try again.');
    const url = URL.createObjectURL(new Blob([file], { type: 'text/plain' }));
    Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    say(`${fileName} saved.`);
  };
  return (
    <div class="figure-actions playground-actions">
      <button type="button" onClick={share}>
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
