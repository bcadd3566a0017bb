import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { StateOf } from '@/input/url-state.ts';
import type { Ends as Outcome } from '@/lessons/layers/ends.ts';
import { CASES, fields } from '@/lessons/layers/zoo.ts';
import { ELEMENT_MARKS } from '@/lessons/report/words.ts';
import { Select } from '../controls/choice-controls.tsx';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island } from '../frame/Island.tsx';
import { Program, ProgramLine } from '../frame/Program.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';
import './ends.css';

const load = async () => {
  const { checkEnds } = await import('@/lessons/layers/ends.ts');
  return ({ bug }: StateOf<typeof fields>) => checkEnds(bug);
};

/** A layer with a bug in it, and which outputs and inputs it makes wrong. */
export default function Ends({ first: served }: { readonly first: Outcome }) {
  const { bind, awake, run } = useComputedFigure('layer-ends', fields, load, served);
  const { diagnosis, explanation, lines, first } = run.value;
  return (
    <Island name="layer-ends" title="Both ends of a wrong slope" awake={awake} says={spokenDiagnosis(diagnosis)}>
      <div class="ends-choice" {...run.prepare}>
        <Select label="Layer and bug" options={CASES} {...bind('bug')} />
      </div>
      <NotLoaded {...run} />
      <div class="layer-ends" data-stale={run.stale ? '' : undefined}>
        <Program title="The backward pass, where it is wrong" first={first}>
          {lines.map((line) => (
            <li key={line.name}>
              <ProgramLine {...line} />
            </li>
          ))}
        </Program>
        <p class="caption">{explanation}</p>
        <div class="island-pair ends-pair">
          <Blocks outcome={run.value} />
          <Diagnosis diagnosis={diagnosis} />
        </div>
      </div>
    </Island>
  );
}

/** Outputs down, inputs across: where the wrong slopes are. */
function Blocks({ outcome: { inputs, outputs, worst } }: { readonly outcome: Outcome }) {
  return (
    <div>
      <ScrollRegion class="table-scroll" label="Wrong slopes by output and input">
        <table class="ends">
          <caption>Wrong slopes: outputs down, inputs across</caption>
          <thead>
            <tr>
              <td />
              {inputs.map(({ name, verdict }) => (
                <th key={name} scope="col" data-verdict={verdict}>
                  <code>{name}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outputs.map(({ name, verdict, blocks }) => (
              <tr key={name}>
                <th scope="row" data-verdict={verdict}>
                  <code>{name}</code>
                </th>
                {blocks.map(({ input, wrong, size }) => (
                  <td key={input} data-verdict={wrong > 0 ? 'fail' : 'pass'}>
                    {wrong > 0 ? `✗ ${wrong}/${size}` : '✓'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {worst && (
        <p class="caption ends-worst" data-verdict={worst.verdict}>
          Worst: <code>{worst.name}</code>, {ELEMENT_MARKS[worst.verdict]}. Written{' '}
          <NumberText value={worst.analytic} digits={4} />, measured <NumberText value={worst.numeric} digits={4} />.
        </p>
      )}
    </div>
  );
}
