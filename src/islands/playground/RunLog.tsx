import { useEffect } from 'preact/hooks';
import type { Help as HelpText, Offer } from '@/lessons/playground/help.ts';
import type { RunState } from '@/sandbox/run-state.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { useAsked } from '../run/use-asked.ts';
import { PROGRAM_READER, type Wanted } from './program-reader.ts';

/** More errors than this only repeat the first ones. */
const MOST_ERRORS = 3;

interface Props {
  run: RunState;
  onGo: (line: number) => void;
  onOffer: (offer: Offer) => void;
}

/** Errors, each with its line and a suggestion. Shown as text, even if they look like HTML. */
export function RunErrors({ run, onGo, onOffer }: Props) {
  const { errors, stopped, phase, result } = run;
  const silent = phase === 'ended' && result === undefined && errors.length === 0 && stopped === undefined;
  if (errors.length === 0 && stopped === undefined && !silent) return null;
  const passed = phase === 'ended' && result?.report.verdict === 'pass';
  return (
    <div class="run-errors" role="alert" data-passed={passed ? '' : undefined}>
      {passed && <p>At one of the points beside x the code threw. The check did without it, and the rest agrees:</p>}
      {errors.slice(0, MOST_ERRORS).map(({ text, position }, place) => (
        <p key={place} class={passed ? undefined : 'field-error'}>
          {position !== undefined && (
            <button type="button" class="run-line" onClick={() => onGo(position.line)}>
              Line {position.line}
            </button>
          )}{' '}
          {text}
        </p>
      ))}
      {stopped !== undefined && <p class="field-error">{stopped.text}</p>}
      {silent && <p class="field-error">The code ended without a result.</p>}
      {phase === 'ended' && result === undefined && <Help run={run} onOffer={onOffer} />}
    </div>
  );
}

/** What may be meant by code that cannot be checked. */
function Help({ run: { code = '', errors }, onOffer }: Pick<Props, 'run' | 'onOffer'>) {
  const text = errors[0]?.text ?? '';
  const incomplete = text.startsWith('The code exports no ');
  const { value, ask, set } = useAsked<Wanted, HelpText>(PROGRAM_READER);
  useEffect(() => {
    if (incomplete) ask({ help: true, language: 'typescript', code });
    else set(undefined);
  }, [incomplete, code]);
  const { offers = [], both } = value ?? {};
  if (offers.length > 0)
    return (
      <p class="run-offers">
        {offers.map((offer) => (
          <button key={offer.line} type="button" onClick={() => onOffer(offer)}>
            {offer.text}
          </button>
        ))}
      </p>
    );
  if (both !== undefined)
    return (
      <p>
        <code>{both}</code> gives loss and gradient at once. Export two functions that each return one of them.
      </p>
    );
  return null;
}

/** What the code printed, as text. */
export function RunConsole({ output }: Pick<RunState, 'output'>) {
  if (output.length === 0) return null;
  return (
    <details open class="run-output">
      <summary>Console, {output.length === 1 ? '1 line' : `${output.length} lines`}</summary>
      <ScrollRegion class="run-console" label="Console output" data-output="">
        {output.map(({ level, text }, place) => (
          <div key={place} data-level={level}>
            {text}
          </div>
        ))}
      </ScrollRegion>
    </details>
  );
}
