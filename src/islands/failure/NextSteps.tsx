import type { FailureView } from '@/lessons/failure/view.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { copy, useSaid } from '../state/use-said.ts';

type Step = FailureView['next'][number];

/** What to do, and the lines that do it where there are any. */
export function NextSteps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <>
      {steps.map(({ says, snippet }) => (
        <div key={says} class="failure-next">
          <p>{says}</p>
          {snippet && <Snippet of={snippet} />}
        </div>
      ))}
    </>
  );
}

function Snippet({ of: { language, code, unrun } }: { readonly of: NonNullable<Step['snippet']> }) {
  const [said, say] = useSaid();
  return (
    <>
      <ScrollRegion class="failure-snippet" label={`In ${language}`}>
        <pre>{code}</pre>
      </ScrollRegion>
      <p class="failure-copy">
        <button type="button" onClick={() => copy(code, say, 'Copied.', 'select the lines and copy them')}>
          Copy
        </button>
        <span class="caption">
          {language}
          {unrun && ', from its manual; the other snippets are run by our tests, this one is not'}
        </span>
        <span role="status">{said}</span>
      </p>
    </>
  );
}
