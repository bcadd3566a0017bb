import { beforeExponent, type NumberOptions, numberParts, rawText } from '../format.ts';

export interface NumberTextProps extends NumberOptions {
  readonly value: number;
  readonly class?: string;
}

/**
 * A number in prose or a read-out: typeset, with the raw double in `data-value` and on hover.
 *
 *     <NumberText value={1.3886795155014771e-11} digits={3} />   // 1.39 × 10⁻¹¹
 */
export function NumberText({ value, class: name, ...options }: NumberTextProps) {
  const { mantissa, exponent } = numberParts(value, options);
  const raw = rawText(value);
  return (
    <span class={name ? `gc-number ${name}` : 'gc-number'} data-value={raw} title={raw}>
      {exponent === null ? (
        mantissa
      ) : (
        <>
          {beforeExponent(mantissa)}
          <sup>{exponent}</sup>
        </>
      )}
    </span>
  );
}
