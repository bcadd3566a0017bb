import { useId, useRef, useState } from 'preact/hooks';
import type { Field, NumberField } from '@/input/fields.ts';

/**
 * A text box over a field. It keeps what the reader types, even where that cannot be read: the last good value stays
 * in force, and the problem is said below the box.
 */
export function FieldBox<T>({
  label,
  field,
  value,
  onValue,
  hint,
  labelHidden = false,
  refusedBy,
}: {
  label: string;
  field: Field<T>;
  value: T;
  onValue: (value: T) => void;
  hint?: string;
  labelHidden?: boolean;
  /** Id of the element that says why a value is refused although it could be read. */
  refusedBy?: string;
}) {
  const id = useId();
  const written = field.write(value);
  const [text, setText] = useState(written);
  const sent = useRef(written);
  // A value from elsewhere (a slider, reset, the URL) replaces the text; the echo of one's own typing does not. Settled
  // while rendering: an effect would come after the next key, and take that for a value from elsewhere.
  if (written !== sent.current) {
    sent.current = written;
    setText(written);
  }
  const reading = field.read(text);
  const problem = reading.ok ? undefined : reading.problem;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`, refusedBy].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={labelHidden ? 'sr-only' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-invalid={problem !== undefined || refusedBy !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          const read = field.read(next);
          if (read.ok) {
            sent.current = field.write(read.value);
            onValue(read.value);
          }
        }}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} class="caption">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} class="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** A slider with a number box beside it, on a linear or a logarithmic scale. */
export function SliderField({
  label,
  field,
  value,
  onValue,
  min = field.min,
  max = field.max,
  scale = 'linear',
  digits = 6,
  step,
  refusedBy,
}: {
  label: string;
  field: NumberField;
  value: number;
  onValue: (value: number) => void;
  /** Default: the least and the largest value that the field takes. */
  min?: number;
  max?: number;
  scale?: 'linear' | 'log';
  /** Significant digits that a logarithmic slider sets; the box takes all that are typed. */
  digits?: number;
  /** In units of the slider: of the value, or of its decimal logarithm. */
  step?: number;
  refusedBy?: string;
}) {
  const id = useId();
  const to = scale === 'log' ? Math.log10 : (v: number) => v;
  // A slider cannot mean all the digits of a power of ten; 10^-5 is then 1e-5 and not its neighbour.
  const from = scale === 'log' ? (v: number) => Number((10 ** v).toPrecision(digits)) : (v: number) => v;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="slider-and-box">
        <input
          id={id}
          type="range"
          min={to(min)}
          max={to(max)}
          step={step ?? (scale === 'log' ? 0.05 : (max - min) / 200)}
          value={to(Math.min(max, Math.max(min, value)))}
          aria-valuetext={String(value)}
          onInput={(event) => onValue(from(Number(event.currentTarget.value)))}
        />
        <FieldBox
          label={`${label}, as a number`}
          labelHidden
          field={field}
          value={value}
          onValue={onValue}
          refusedBy={refusedBy}
        />
      </div>
    </div>
  );
}
