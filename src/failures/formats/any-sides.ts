/** Which side a name means, in the words of any tool or person. */

export type Side = 'analytic' | 'numeric' | 'point' | 'difference';

/** In this order: "numerical gradient" holds a word of the analytic side too. */
const WORDS: readonly (readonly [Side, RegExp])[] = [
  [
    'difference',
    /^(?:abs|rel|max)|\b(?:error|err|ratio|delta|tol\w{0,10})\b|^diff(?:erence)?s?$|minus|_diff$|-\s?n|- num/i,
  ],
  [
    'numeric',
    /num|finite|数值|数値|差分|\bfd|fd\b|_fd|diff|approx|estim|expect|desired|reference|\bref\b|baseline|central/i,
  ],
  ['analytic', /analy|解析|反向|backprop|backward|\bad\b|actual|custom|manual|autograd|autodiff|jac|grad|model/i],
  ['point', /^(?:x|x0|theta\d?|params?|point|w|weights?|values?)$/i],
];

/** The side that a label names; undefined where it names none. */
export function sideOf(label: string): Side | undefined {
  const name = label.trim();
  return WORDS.find(([, words]) => words.test(name))?.[0];
}

/** The rest of a label without the word for its side: `W1` of `numerical W1`. */
export const subjectOf = (label: string): string =>
  label
    .replace(
      /analytic(?:al)?|numeric(?:al)?|numerisch|analytisch|backprop|grad(?:ient)?s?|finite|difference|[_:="'(){}\s]|\bnum\b|\bfd\b/gi,
      '',
    )
    .trim();
