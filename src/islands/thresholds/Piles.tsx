import { useMemo } from 'preact/hooks';
import { Axes } from '@/charts/axes/Axes.tsx';
import { layouts } from '@/charts/axes/layout.ts';
import { Handle } from '@/charts/cursor/Handle.tsx';
import { Drawing } from '@/charts/figure/Drawing.tsx';
import { Figure } from '@/charts/figure/Figure.tsx';
import type { Table } from '@/charts/figure/table.ts';
import { Label } from '@/charts/labels/Label.tsx';
import type { Shape, Tone } from '@/charts/marks/tone.ts';
import { lazily } from '@/charts/wake/lazily.ts';
import type { Verdict } from '@/checker/types.ts';
import { dotPath, type PileModel, pileModel } from '@/lessons/thresholds/drawing.ts';
import { RULES, type ThresholdsModel } from '@/lessons/thresholds/model.ts';
import { fields, type ThresholdRule } from '@/lessons/thresholds/state.ts';

const { min, max } = fields.threshold;
const DOMAINS: Readonly<Record<ThresholdRule, readonly [number, number]>> = {
  global: [min, max],
  element: [min, max],
  production: [1e-5, 1e12],
};
const SAYS: Readonly<Record<Verdict, string>> = {
  pass: 'accepted',
  fail: 'rejected',
  inconclusive: 'undecided',
};

const markOf = (tone: Tone, shape: Shape) => ({ tone, dash: 'solid', shape, line: false }) as const;

/** All gradients on the axis of one rule's error, with the line that the reader drags. */
export function Piles({
  model,
  rule,
  threshold,
  onThreshold,
  ratio = 0.5,
  compact = false,
}: {
  readonly model: ThresholdsModel;
  readonly rule: ThresholdRule;
  readonly threshold: number;
  readonly onThreshold?: (threshold: number) => void;
  readonly ratio?: number;
  readonly compact?: boolean;
}) {
  const { judged, counts } = model;
  const options = { label: RULES[rule].axis, domain: DOMAINS[rule] };
  const models = useMemo(
    () => lazily(() => layouts(ratio, compact).map((layout) => pileModel(judged, layout, options))),
    [judged, rule, ratio],
  );
  const title = `${counts.right} right gradients above, ${counts.wrong} wrong ones below`;
  return (
    <Figure
      compact={compact}
      title={title}
      description={`Each gradient is a mark at its ${options.label}. Of the wrong ones ${counts.acceptedWrong} are accepted, of the right ones ${counts.rejectedRight} are rejected, and ${counts.undecided} in all are left undecided.`}
      fileName="right-and-wrong-gradients"
      table={useMemo(() => () => (compact ? kindsOf(model) : tableOf(model)), [model, compact])}
      entries={[
        { key: 'rejected', label: 'right, rejected', look: markOf('fail', 'circle'), value: counts.rejectedRight },
        { key: 'accepted', label: 'wrong, accepted', look: markOf('fail', 'cross'), value: counts.acceptedWrong },
        { key: 'undecided', label: 'undecided', look: markOf('inconclusive', 'square'), value: counts.undecided },
      ]}
    >
      {(describedBy) =>
        models().map((pile) => (
          <Drawing
            key={pile.frame.layout.name}
            layout={pile.frame.layout}
            title={title}
            describedBy={describedBy}
            controls={
              onThreshold &&
              rule !== 'production' && (
                <Handle
                  frame={pile.frame}
                  label="Threshold on the chart"
                  axis="x"
                  value={threshold}
                  min={min}
                  max={max}
                  onChange={(value) => onThreshold(Number(value.toPrecision(3)))}
                />
              )
            }
          >
            <Marks pile={pile} fixed={rule === 'production'} />
          </Drawing>
        ))
      }
    </Figure>
  );
}

function Marks({ pile: { frame, dots, ground }, fixed }: { readonly pile: PileModel; readonly fixed: boolean }) {
  const { left, right, top, bottom } = frame.plot;
  const line = frame.x.position(1);
  return (
    <>
      <Axes frame={frame} grid="x" />
      <path class="gc-base" d={`M${left} ${ground}H${right}`} />
      {fixed && <path class="gc-handle-rule gc-tone-ink" d={`M${line} ${top}V${bottom}`} />}
      {dots.map(({ right: isRight, said, places, radius, mistaken }) => (
        <path
          key={`${isRight} ${said}`}
          class={`thresholds-dots gc-tone-${mistaken ? 'fail' : said === 'inconclusive' ? said : 'soft'}`}
          data-mistaken={mistaken ? '' : undefined}
          data-right={isRight ? '' : undefined}
          data-said={said}
          stroke-width={isRight ? Math.round(20 * radius) / 10 : 1.3}
          data-count={places.length}
          d={dotPath(places, isRight, radius)}
        />
      ))}
      <Label x={frame.x.range[0] + 4} y={top + 8} text="right gradients" class="gc-label gc-tone-soft" />
      <Label x={frame.x.range[0] + 4} y={bottom - 10} text="wrong gradients" class="gc-label gc-tone-soft" />
    </>
  );
}

/** A shorter table: the counts for each kind of gradient. */
const kindsOf = ({ labels }: ThresholdsModel): Table => [
  { label: 'gradients', values: labels.map(({ right, label }) => `${right ? 'right' : 'wrong'}: ${label}`) },
  { label: 'number', values: labels.map(({ count }) => count) },
  { label: 'mistakes', values: labels.map(({ mistaken }) => mistaken) },
  { label: 'undecided', values: labels.map(({ undecided }) => undecided) },
];

function tableOf({ judged }: ThresholdsModel): Table {
  const sorted = [...judged].sort((a, b) => b.value - a.value);
  return [
    { label: 'gradient', values: sorted.map(({ right }) => (right ? 'right' : 'wrong')) },
    { label: 'what it is', values: sorted.map(({ label }) => label) },
    { label: 'error', values: sorted.map(({ value }) => value) },
    { label: 'verdict', values: sorted.map(({ said }) => SAYS[said]) },
  ];
}
