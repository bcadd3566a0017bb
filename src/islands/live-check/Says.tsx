import type { LiveOutcome } from '@/lessons/live-check/model.ts';
import { RelativeError } from '../frame/RelativeError.tsx';
import { siteLink } from '../state/site-link.ts';

/** The name of the bug, its evidence and the next step; below, the verdict of the textbook check on the same gradient. */
export function Says({ outcome: { diagnosis, textbook } }: { readonly outcome: LiveOutcome }) {
  const [named] = diagnosis.findings;
  const { status, relativeError } = textbook;
  return (
    <>
      {named === undefined ? (
        <p class="live-evidence">{diagnosis.summary}</p>
      ) : (
        <>
          <a class="live-name" href={siteLink(`tools/bugs/#${named.kind}`)}>
            {named.title}
          </a>
          <p class="live-evidence">{named.says}</p>
          <p class="live-next">
            <b>Next:</b> {named.next}
          </p>
        </>
      )}
      <p class="live-textbook caption">
        The textbook check says only{' '}
        <span data-verdict={status === 'PASS' ? 'pass' : 'fail'}>
          <strong>{status}</strong>
        </span>
        , with a relative error of <RelativeError value={relativeError} />.
      </p>
    </>
  );
}
