import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Reset, and a link to the figure as it is set. Both need a script, and are not there without one. */
export function FigureActions({ onReset, children }: { onReset: () => void; children?: ComponentChildren }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  useEffect(() => {
    if (copied === 'no') return undefined;
    const timer = setTimeout(() => setCopied('no'), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div class="figure-actions needs-script">
      {children}
      <button type="button" onClick={onReset}>
        Reset
      </button>
      <button
        type="button"
        onClick={() =>
          // The URL follows a change after a moment; copy it once it has.
          setTimeout(() => {
            const copying = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'));
            copying.then(
              () => setCopied('yes'),
              () => setCopied('failed'),
            );
          }, 300)
        }
      >
        Copy link
      </button>
      <span role="status">
        {copied === 'yes' && 'Link copied.'}
        {copied === 'failed' && 'The browser refused; copy the address bar instead.'}
      </span>
    </div>
  );
}
