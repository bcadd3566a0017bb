import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { FormulaError } from '@/expression/errors.ts';
import { caretUnder } from '@/lessons/playground/caret.ts';

interface Props {
  label: string;
  value: string;
  longest: number;
  onValue: (value: string) => void;
  onFocus: () => void;
  error: FormulaError | undefined;
  /** What may be typed. */
  hint: ComponentChildren;
  /** The outcome, in a word. */
  outcome?: ComponentChildren;
  /** How it was read, below it; an error takes its place. */
  children: ComponentChildren;
}

/** A line of mathematics; an error is shown below the character that it is about. */
export function FormulaInput({ label, value, longest, onValue, onFocus, error, hint, outcome, children }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const goThere = () => {
    input.current?.focus();
    if (error) input.current?.setSelectionRange(error.position, error.position + error.length);
  };
  return (
    <div class="formula-input">
      <p class="formula-label">
        <label for={id}>{label}</label>
        <span class="caption" id={`${id}-hint`}>
          {hint}
        </span>
        {outcome}
      </p>
      <input
        ref={input}
        id={id}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={longest}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-says`}
        onFocus={onFocus}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <div id={`${id}-says`} class="formula-says">
        {error === undefined ? children : <Complaint text={value} error={error} onGo={goThere} />}
      </div>
    </div>
  );
}

function Complaint({ text, error, onGo }: { text: string; error: FormulaError; onGo: () => void }) {
  const { position, length, message, expected } = error;
  const caret = caretUnder(text, position, length);
  return (
    <>
      {text !== '' && length > 0 && (
        <pre class="formula-caret" aria-hidden="true" onClick={onGo}>
          {caret.text}
          {'\n'}
          <b>{caret.marks}</b>
        </pre>
      )}
      <p class="field-error">
        <Marked text={`${message}${expected === undefined ? '' : `; expected ${expected}`}.`} />
      </p>
    </>
  );
}

/** A sentence in which what stands between backticks is code. */
export function Marked({ text }: { text: string }) {
  return <>{text.split('`').map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece))}</>;
}
