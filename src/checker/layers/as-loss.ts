/**
 * A function of many outputs as one loss: a random mixture ⟨v, F(x)⟩ of its outputs, whose gradient is what the vjp returns for v.
 * A wrong slope of a single output shows in it, since no weight is 0 and no two are alike.
 */
import type { Answers } from '../contract/contract.ts';
import { builderOf } from '../point/copies.ts';
import { isList, isRecord, isTensor } from '../point/kinds.ts';
import type { Layout } from '../point/layout.ts';
import { readGradient } from '../point/returned-gradient.ts';
import { scalesOf } from '../slope/scales.ts';
import type { Finding, Point } from '../types.ts';
import { cotangentFindings } from './cotangents.ts';
import { outputLayout, readerOf } from './layout.ts';
import { mixtureOf, weigh } from './view.ts';

/** What is known once F has been called: how its outputs are read, and two mixtures of them. */
interface Opened {
  readonly read: (y: unknown) => Float64Array;
  readonly build: (v: Float64Array) => unknown;
  readonly mixtures: readonly [Float64Array, Float64Array];
  readonly spans: Float64Array;
}

export interface AsLoss<X> {
  /** F itself where it returns a number, or something that is no set of outputs; else the mixture. */
  readonly loss: (x: X) => number;
  readonly gradient: (x: X) => X;
  /** What the vjp does with its v; none where F is a loss. */
  readonly findings: (x: () => X, answers: Answers, layout: Layout, scales: Float64Array) => Finding[];
}

const isOutputs = (y: unknown): boolean => isList(y) || isRecord(y) || isTensor(y);

export function asLoss<X>(F: (x: X) => unknown, vjp: (x: X, v?: unknown) => X, random: () => number): AsLoss<X> {
  let opened: Opened | undefined;
  const open = (y: unknown): Opened => {
    const { layout, values } = outputLayout(y);
    // how far each output moves near x is not known here: its size is used instead
    const spans = scalesOf(
      values.map((v) => (Number.isFinite(v) ? v : 0)),
      layout.blocks,
    );
    const mixture = () => mixtureOf(values, spans, random);
    const build = builderOf(y as Point) as (v: Float64Array) => unknown;
    return { read: readerOf(layout), build, mixtures: [mixture(), mixture()], spans };
  };
  const ask = (x: X, v: Float64Array): X => vjp(x, opened?.build(v));
  return {
    loss: (x) => {
      const y = F(x);
      if (!opened && !isOutputs(y)) return y as number;
      opened ??= open(y);
      return weigh(opened.mixtures[0])(opened.read(y));
    },
    gradient: (x) => (opened ? ask(x, opened.mixtures[0]) : vjp(x)),
    findings: (x, { analytic, floor, wobble }, layout, scales) => {
      if (!opened) return [];
      const answer = (v: Float64Array) => readGradient(layout, ask(x(), v));
      const { mixtures, spans } = opened;
      const second = answer(mixtures[1]).values;
      return cotangentFindings(
        { answer },
        layout,
        { v: mixtures, a: [analytic, second] },
        { floor, wobble, scales, spans },
      );
    },
  };
}
