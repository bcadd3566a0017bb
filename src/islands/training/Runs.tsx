import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Check } from '@/lessons/training/checks.ts';
import { minimum, type TrainingRun } from '@/lessons/training/model.ts';
import { Diagnosis } from '../frame/Diagnosis.tsx';
import { Program, ProgramLine } from '../frame/Program.tsx';
import { Sample } from './Sample.tsx';

interface RunsProps {
  readonly runs: readonly TrainingRun[];
  readonly checks: readonly Check[];
}

/** Beside each curve: what the check said before the first step, and where the run has come to. */
export function Runs({ runs, checks }: RunsProps) {
  return (
    <div>
      <p class="training-facts">
        The minimum of the loss is <NumberText value={minimum.loss} digits={4} />. The verdicts are those of the check
        before the first step: {checks[0].evaluations} evaluations of the loss for each gradient.
      </p>
      <div class="training-runs">
        {runs.map((run, i) => (
          <OneRun key={run.id} run={run} place={i} check={checks[i]} />
        ))}
      </div>
    </div>
  );
}

function OneRun({
  run,
  place,
  check: { diagnosis, angle, fastest, line },
}: {
  readonly run: TrainingRun;
  readonly place: number;
  readonly check: Check;
}) {
  return (
    <section class="training-run" aria-label={run.label} data-run={run.id}>
      <p class="training-name">
        <Sample place={place} /> {run.label}
      </p>
      <Diagnosis diagnosis={diagnosis} />
      <dl>
        <Figure name="final loss" value={run.loss} digits={4} />
        <Figure name="distance to the minimum" value={run.distance} digits={3} />
        <Figure name="angle to the right gradient" value={angle} digits={2} unit="°" />
        {fastest > 0 ? (
          <Figure name="diverges above a rate of" value={fastest} digits={3} />
        ) : (
          <div>
            <dt>diverges</dt>
            <dd>at every rate, in the end</dd>
          </div>
        )}
      </dl>
      {line && (
        <Program title={`The wrong line of the run “${run.label}”`}>
          <li>
            <ProgramLine {...line} />
          </li>
        </Program>
      )}
    </section>
  );
}

function Figure({
  name,
  value,
  digits,
  unit = '',
}: {
  readonly name: string;
  readonly value: number;
  readonly digits: number;
  readonly unit?: string;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <NumberText value={value} digits={digits} />
        {unit}
      </dd>
    </div>
  );
}
