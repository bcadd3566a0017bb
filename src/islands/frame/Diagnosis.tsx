import type { DiagnosisText } from '@/lessons/report/diagnosis.ts';
import { siteLink } from '../state/site-link.ts';
import { VerdictBanner } from './VerdictBanner.tsx';
import './diagnosis.css';

/** A diagnosis in one breath, for the announcer. */
export const spokenDiagnosis = ({ verdict, findings }: DiagnosisText): string =>
  [`${verdict}:`, ...findings.map(({ title }) => `${title}.`)].join(' ');

/** The production check's verdict with its diagnosis: what fits, how sure that name is, and what to do next. */
export function Diagnosis({
  diagnosis: { verdict, summary, findings },
  waits = false,
}: {
  diagnosis: DiagnosisText;
  /** Its first line stays in sight while the rest is below the window. */
  waits?: boolean;
}) {
  return (
    <div class={waits ? 'diagnosis verdict-waits' : 'diagnosis'}>
      <VerdictBanner verdict={verdict}>
        {summary}
        {findings.map(({ kind, title, sureness, says, next }) => (
          <div key={says} class="diagnosis-finding" data-finding={kind}>
            <p>
              <a href={siteLink(`tools/bugs/#${kind}`)}>{title}</a> <span class="caption">{sureness}</span>
            </p>
            <p>{says}</p>
            <p>
              <b>Next:</b> {next}
            </p>
          </div>
        ))}
      </VerdictBanner>
    </div>
  );
}
