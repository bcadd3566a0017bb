import { NumberText } from '@/charts/figure/NumberText.tsx';
import { rawText, typesetMinus } from '@/charts/format.ts';
import type { Curves } from '@/lessons/step-size/model.ts';
import type { DigitLine, Working } from '@/lessons/step-size/working.ts';
import { Choice } from '../controls/controls.tsx';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { DigitsLeft } from '../frame/DigitsLeft.tsx';

/** The arithmetic of the step that is chosen, for one element of the gradient. */
export function WorkingView({
  curves,
  working,
  element,
  onElement,
}: {
  readonly curves: Curves;
  readonly working: Working;
  readonly element: number;
  readonly onElement: (element: number) => void;
}) {
  const { values, combination, difference, divisor, quotient, exact, error } = working;
  const elements = curves.example.x.map((_, i) => ({ value: String(i), label: `x[${i}]` }));
  return (
    <details class="step-size-working">
      <summary>Show the arithmetic</summary>
      <Choice
        label="Element of the gradient"
        options={elements}
        value={String(element)}
        onValue={(next) => onElement(Number(next))}
      />
      <ScrollRegion class="table-scroll" label="The arithmetic, line by line">
        <table>
          <tbody>
            {values.map((line) => (
              <Line key={line.label} label={line.label} value={line.value}>
                <DigitsLeft {...line} />
              </Line>
            ))}
            {difference !== undefined && (
              <Line label={combination ?? ''} value={difference.value} class="step-size-sum">
                {difference.text}
              </Line>
            )}
            <Line label={`divided by ${divisor.label}`} value={divisor.value}>
              {rawText(divisor.value)}
            </Line>
            <Line label="numeric" value={quotient.value} class="step-size-sum gc-numeric">
              <Right line={quotient} />
            </Line>
            <Line label="exact" value={exact} class="gc-truth">
              {typesetMinus(rawText(exact))}
            </Line>
          </tbody>
        </table>
      </ScrollRegion>
      <p class="step-size-cancelled">
        {sentence(working)} The error of this element is <NumberText value={error} digits={3} />.
      </p>
    </details>
  );
}

function Line({
  label,
  value,
  class: name,
  children,
}: {
  readonly label: string;
  readonly value: number;
  readonly class?: string;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <tr class={name}>
      <th scope="row">{label}</th>
      <td data-value={rawText(value)}>{children}</td>
    </tr>
  );
}

/** The digits that agree with the exact ones stand out. */
function Right({ line }: { readonly line: DigitLine }) {
  return (
    <>
      <b>{line.text.slice(0, line.same)}</b>
      {line.text.slice(line.same)}
    </>
  );
}

function sentence({ values, cancelled, digits, lost, combination }: Working): string {
  if (combination === undefined) return 'Nothing is subtracted, so no digit is lost.';
  if (lost) return 'The step is lost beside x: x + h is x, and the difference is zero whatever f is.';
  if (values.some(({ value }) => Number.isNaN(value))) return 'A step leaves the domain of f: there f is not a number.';
  const all = values.length === 2 ? 'both values' : `all ${values.length} values`;
  if (cancelled === 0) return `No leading digit is the same in ${all}: nothing cancels.`;
  const one = cancelled === 1;
  return `The first ${one ? 'digit' : `${cancelled} digits`} of ${digits} ${one ? 'is' : 'are'} the same in ${all}: ${
    one ? 'it cancels and is' : 'they cancel and are'
  } struck out. ${digits - cancelled} remain for the difference.`;
}
