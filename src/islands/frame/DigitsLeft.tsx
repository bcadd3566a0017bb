import type { Digits } from '@/lessons/differences/digits.ts';

/** The digits of a value that is subtracted from another: those that cancel step back. */
export function DigitsLeft({ text, same }: Digits) {
  return (
    <>
      <s class="digits-gone">{text.slice(0, same)}</s>
      {text.slice(same)}
    </>
  );
}
