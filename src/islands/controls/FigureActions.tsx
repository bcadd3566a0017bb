import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { currentLink } from '../state/use-url-state.ts';

/** Reset, and a link to the figure as it is set. Both need a script, and are not there without one. */
export function FigureActions({ onReset, children }: { onReset: () => void; children?: ComponentChildren }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  useEffect(() => {
    if (copied === 'no') return undefined;
    const timer = setTimeout(() => setCopied('no'), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(currentLink());
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  };
  return (
    <div class="figure-actions needs-script">
      {children}
      <button type="button" onClick={onReset}>
        Reset
      </button>
      <button type="button" onClick={copy}>
        Copy link
      </button>
      <span role="status">
        {copied === 'yes' && 'Link copied.'}
        {copied === 'failed' && 'The browser refused; copy the address bar instead.'}
      </span>
    </div>
  );
}
