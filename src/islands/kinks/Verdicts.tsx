import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Checks } from '@/lessons/kinks/checks.ts';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';

/** What the two checks say, side by side, and on what they rest. */
export function Verdicts({ checks, stale }: { readonly checks: Checks; readonly stale: boolean }) {
  const { textbook, production } = checks;
  const pass = textbook.status === 'PASS';
  return (
    <div class="island-pair kinks-verdicts verdict-waits" aria-busy={stale}>
      <section class="verdict-waits" aria-label="Textbook check">
        <p class="island-title">Textbook check</p>
        <VerdictBanner verdict={pass ? 'pass' : 'fail'} word={textbook.status}>
          relative error <NumberText value={textbook.relativeError} digits={3} />
        </VerdictBanner>
        <p>
          It compares <span class="gc-tone-analytic">analytic</span> <NumberText value={textbook.analytic} digits={4} />{' '}
          with <span class="gc-tone-numeric">numeric</span> <NumberText value={textbook.numeric} digits={4} />, at{' '}
          <i>h</i> = <NumberText value={textbook.step} digits={3} /> alone.
          {Number.isNaN(textbook.relativeError) && ' NaN is below no threshold, so it reads FAIL, without a reason.'}
        </p>
      </section>
      <section class="verdict-waits" aria-label="Production check">
        <p class="island-title">Production check</p>
        <VerdictBanner verdict={production.verdict}>{production.summary}</VerdictBanner>
        <p>
          It measures <NumberText value={production.numeric} digits={4} /> ±{' '}
          <NumberText value={production.errorBar} digits={2} />, in <NumberText value={production.evaluations} />{' '}
          evaluations of <i>f</i>.
        </p>
        <ul>
          {production.findings.map(({ kind, says }) => (
            <li key={kind} data-finding={kind}>
              {says}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
