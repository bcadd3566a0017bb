import { useMemo } from 'preact/hooks';
import { numberField, vectorField } from '@/input/fields.ts';
import { asKind, type Kind, kindOf, kindsFor, nameOfKind, type Value, withValue } from '@/lessons/playground/point.ts';
import type { SharedPoint } from '@/lessons/playground/state.ts';
import { FieldBox } from '../controls/field-controls.tsx';

interface Props {
  /** The variables that the formula has, in order, with their values. */
  point: SharedPoint;
  onPoint: (point: SharedPoint) => void;
  /** What the reader has set, where f as it stands has no use for it. */
  unfit: SharedPoint;
}

/** The variables that were found in the formula: what each is, and its value. */
export function PointTable({ point, onPoint, unfit }: Props) {
  return (
    <table class="point-table">
      <caption>The point at which f is differentiated</caption>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">is</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(point).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <select
                aria-label={`Kind of ${name}`}
                value={kindOf(value)}
                onChange={(event) => onPoint(withValue(point, name, asKind(value, event.currentTarget.value as Kind)))}
              >
                {kindsFor(value).map(({ kind, label }) => (
                  <option key={kind} value={kind} selected={kind === kindOf(value)}>
                    {label}
                  </option>
                ))}
              </select>
            </td>
            <td>
              <ValueBox
                key={kindOf(value)}
                name={name}
                value={value}
                onValue={(next) => onPoint(withValue(point, name, next))}
              />
              {Object.hasOwn(unfit, name) && (
                <p class="caption">
                  f as it stands wants {nameOfKind(value)} here, not {nameOfKind(unfit[name])}.
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ValueBox({ name, value, onValue }: { name: string; value: Value; onValue: (value: Value) => void }) {
  const label = `Value of ${name}`;
  const length = typeof value === 'number' ? undefined : value.length;
  const [scalar, vector] = useMemo(() => [numberField(1), vectorField([], length)], [length]);
  return typeof value === 'number' ? (
    <FieldBox label={label} labelHidden field={scalar} value={value} onValue={onValue} />
  ) : (
    <FieldBox label={label} labelHidden field={vector} value={value} onValue={onValue} />
  );
}
