/** A right gradient, eight bugs of the zoo, and the pictures by which they are known, as one short text that a page can carry. */
import { choiceField } from '@/input/fields.ts';
import type { ZooElement } from './shown.ts';
import type { ZooView } from './state.ts';

/** The right gradient, to begin with. */
const RIGHT = 'two-layer-network/none';

/** By family and by the name of the bug in it. */
export const SIGNATURES = [
  { bug: 'two-layer-network/mean-forgotten', view: 'scatter', see: 'a steeper line' },
  { bug: 'two-layer-network/sign-in-one-group', view: 'scatter', see: 'a mirrored line' },
  { bug: 'two-layer-network/bias-detached', view: 'scatter', see: 'points on the horizontal axis' },
  { bug: 'two-layer-network/reshaped', view: 'scatter', see: 'a cloud' },
  { bug: 'logistic-regression/base-two', view: 'ratio', see: 'the same for all' },
  { bug: 'embedding/tanh-forgotten', view: 'ratio', see: 'in steps' },
  { bug: 'softmax-regression/decay-forgotten', view: 'parameter', see: 'a line through 0' },
  { bug: 'lasso/penalty-forgotten', view: 'parameter', see: 'two levels' },
] as const;

export type SignatureId = typeof RIGHT | (typeof SIGNATURES)[number]['bug'];

export const IDS: readonly SignatureId[] = [RIGHT, ...SIGNATURES.map(({ bug }) => bug)];

export const VIEWS = ['scatter', 'ratio', 'parameter'] as const satisfies readonly ZooView[];

export const fields = {
  bug: choiceField<SignatureId>(RIGHT, IDS),
  view: choiceField<(typeof VIEWS)[number]>('scatter', VIEWS),
};

/** What is carried of an element. */
export type Point = Pick<ZooElement, 'name' | 'group' | 'x' | 'analytic' | 'numeric'>;

export interface Signature {
  readonly bug: SignatureId;
  /** What the bug is called, and the model that it is planted in. */
  readonly title: string;
  readonly family: string;
  /** analytic / numeric of all wrong elements, where the diagnosis is such a factor. */
  readonly factor?: number;
  readonly points: readonly Point[];
}

/** Digits kept of each number: more than a picture shows. */
const DIGITS = 5;
const short = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** One paragraph a bug: a line of what is said of it, then a line an element. */
export const encode = (signatures: readonly Signature[]): string =>
  signatures
    .map(({ bug, title, family, factor, points }) =>
      [
        [bug, title, family, factor ?? ''].join('|'),
        ...points.map(({ name, group, x, analytic, numeric }) =>
          [name, group, ...[x, analytic, numeric].map(short)].join(' '),
        ),
      ].join('\n'),
    )
    .join('\n\n');

export const decode = (text: string): Signature[] =>
  text.split('\n\n').map((paragraph) => {
    const [said, ...lines] = paragraph.split('\n');
    const [bug, title, family, factor] = said.split('|');
    return {
      bug: bug as SignatureId,
      title,
      family,
      ...(factor !== '' && { factor: Number(factor) }),
      points: lines.map((line) => {
        const [name, group, ...numbers] = line.split(' ');
        const [x, analytic, numeric] = numbers.map(Number);
        return { name, group, x, analytic, numeric };
      }),
    };
  });
