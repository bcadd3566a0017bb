import type { Corrections } from '@/lessons/failure/source.ts';
import type { ComparisonView, FailureView, FindingView } from '@/lessons/failure/view.ts';
import { Select } from '../controls/choice-controls.tsx';
import { ELEMENT_COLUMNS, RowTable } from '../controls/RowTable.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { siteLink } from '../state/site-link.ts';
import { NextSteps } from './NextSteps.tsx';

interface Props {
  readonly view: FailureView;
  readonly corrections: Corrections;
  readonly formats: readonly { readonly id: string; readonly name: string }[];
  readonly onCorrect: (change: Partial<Corrections>) => void;
}

/** The menu's choice that leaves it to the reader of messages. */
const RECOGNISED = '';

/** The label of the menu's first choice: the format that was recognised. */
function recognisedAs({ tool, format }: FailureView, corrections: Corrections): string {
  if (corrections.format !== undefined) return 'whatever is recognised';
  return format === '' ? tool : `${tool} (recognised)`;
}

/** What was read, the conclusion, and what to do, in this order: so a mistake of reading is seen before any verdict. */
export function Answer({ view, corrections, formats, onCorrect }: Props) {
  const { tool, format, problem, comparisons, unlisted, verdict, conclusion, opening, means, findings, next } = view;
  return (
    <>
      <section>
        <h2>What was read</h2>
        <div class="controls failure-reading">
          {format === undefined ? (
            <p>
              <b>{tool}</b>
            </p>
          ) : (
            <Select
              label="Read as"
              options={[
                { value: RECOGNISED, label: recognisedAs(view, corrections) },
                ...formats.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={corrections.format ?? RECOGNISED}
              onValue={(id) => onCorrect({ format: id === RECOGNISED ? undefined : id })}
            />
          )}
          {comparisons.length > 0 && (
            <button
              type="button"
              aria-pressed={corrections.swapped}
              onClick={() => onCorrect({ swapped: !corrections.swapped })}
            >
              Swap the two sides
            </button>
          )}
        </div>
        {problem !== undefined && <p class="caption">{problem}</p>}
        {comparisons.map((comparison, i) => (
          <Comparison key={i} of={comparison} />
        ))}
        {unlisted > 0 && <p class="caption">And {unlisted} more comparisons, which are read as well.</p>}
      </section>
      <section data-conclusion={conclusion}>
        <h2>The gradient or the check?</h2>
        <VerdictBanner verdict={verdict} word={opening}>
          {means}
        </VerdictBanner>
      </section>
      {findings.length > 0 && (
        <section>
          <h2>Which elements, and why</h2>
          {findings.map((finding) => (
            <FindingText key={finding.says} of={finding} />
          ))}
        </section>
      )}
      {next.length > 0 && (
        <section>
          <h2>What next</h2>
          <NextSteps steps={next} />
        </section>
      )}
    </>
  );
}

function Comparison({ of: { label, count, sides, rows, unlisted } }: { readonly of: ComparisonView }) {
  return (
    <div class="failure-comparison">
      <p>
        <b>{label}</b>: {count}. {sides}
      </p>
      {rows.length > 0 && (
        <RowTable
          label={`Pairs: ${label}`}
          rows={rows}
          columns={[...ELEMENT_COLUMNS, { head: 'sides', text: ({ agrees }) => (agrees ? 'agree' : 'differ') }]}
          attributes={({ agrees }) => ({ 'data-verdict': agrees ? undefined : 'fail' })}
        />
      )}
      {unlisted > 0 && (
        <p class="caption">And {unlisted.toLocaleString('en-GB')} more pairs; those that differ are listed first.</p>
      )}
    </div>
  );
}

function FindingText({ of: { kind, title, listed, sureness, says, where } }: { readonly of: FindingView }) {
  return (
    <div class="failure-finding" data-finding={kind}>
      <p>
        {listed ? (
          <a href={siteLink(`tools/bugs/#${kind}`)}>
            <b>{title}</b>
          </a>
        ) : (
          <b>{title}</b>
        )}{' '}
        <span class="caption">{sureness}</span>
      </p>
      <p>{says}</p>
      {where !== '' && (
        <p class="caption">
          Elements: <code>{where}</code>
        </p>
      )}
    </div>
  );
}
