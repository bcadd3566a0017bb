import { useMemo, useState } from 'preact/hooks';
import { constantField, constantsField } from '@/lessons/playground/constant.ts';
import { asKind, type Kind, kindOf, kindsFor, nameOfKind, type Value, withValue } from '@/lessons/playground/point.ts';
import type { PlaygroundState, SharedPoint } from '@/lessons/playground/state.ts';
import { FieldBox } from '../controls/field-controls.tsx';

interface Props {
  /** The variables that the formula has, in order, with their values. */
  point: SharedPoint;
  /** Those that are data. */
  fixed: readonly string[];
  onChange: (change: Partial<Pick<PlaygroundState, 'point' | 'fixed'>>) => void;
  /** Values that the reader has set and that f in its present form does not use. */
  unfit: SharedPoint;
}

/** So many at a time: a menu and a box for each of a hundred take a browser a fifth of a second. */
const AT_A_TIME = 20;

/** The variables that were found in the formula: what each is, and its value. */
export function PointTable({ point, fixed, onChange, unfit }: Props) {
  const [shown, setShown] = useState(AT_A_TIME);
  const variables = Object.entries(point);
  const more = Math.min(AT_A_TIME, variables.length - shown);
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
        {variables.slice(0, shown).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <KindMenu
                name={name}
                value={value}
                fixed={fixed.includes(name)}
                onKind={(kind, asData) =>
                  onChange({
                    point: withValue(point, name, asKind(value, kind)),
                    fixed: [...fixed.filter((other) => other !== name), ...(asData ? [name] : [])],
                  })
                }
              />
            </td>
            <td>
              <ValueBox
                key={kindOf(value)}
                name={name}
                value={value}
                onValue={(next) => onChange({ point: withValue(point, name, next) })}
              />
              {Object.hasOwn(unfit, name) && (
                <p class="caption">
                  f as it stands wants {nameOfKind(value)} here, not {nameOfKind(unfit[name])}.
                </p>
              )}
            </td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={3}>
              <button type="button" onClick={() => setShown(shown + AT_A_TIME)}>
                Show {more} more of {variables.length} variables
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface MenuProps {
  name: string;
  value: Value;
  fixed: boolean;
  onKind: (kind: Kind, asData: boolean) => void;
}

/** A number or a vector of so many; and whether f is differentiated by it. */
function KindMenu({ name, value, fixed, onKind }: MenuProps) {
  const kinds = kindsFor(value);
  return (
    <select
      aria-label={`Kind of ${name}`}
      value={`${kindOf(value)}${fixed ? ' data' : ''}`}
      onChange={(event) => {
        const [kind, data] = event.currentTarget.value.split(' ');
        onKind(kind as Kind, data !== undefined);
      }}
    >
      {kinds.map(({ kind, label }) => (
        <option key={kind} value={kind} selected={!fixed && kind === kindOf(value)}>
          {label}
        </option>
      ))}
      <optgroup label="data, held fixed">
        {kinds.map(({ kind, label }) => (
          <option key={kind} value={`${kind} data`} selected={fixed && kind === kindOf(value)}>
            {label}, fixed
          </option>
        ))}
      </optgroup>
    </select>
  );
}

function ValueBox({ name, value, onValue }: { name: string; value: Value; onValue: (value: Value) => void }) {
  const label = `Value of ${name}`;
  const length = typeof value === 'number' ? undefined : value.length;
  const vector = useMemo(() => constantsField(length ?? 1), [length]);
  return typeof value === 'number' ? (
    <FieldBox label={label} labelHidden field={constantField} value={value} onValue={onValue} />
  ) : (
    <FieldBox label={label} labelHidden field={vector} value={value} onValue={onValue} />
  );
}
