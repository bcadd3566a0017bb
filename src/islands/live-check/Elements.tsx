import { useMemo, useState } from 'preact/hooks';
import { moveCursor } from '@/charts/cursor/cursor.ts';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { useAwake } from '@/charts/wake/awake.ts';
import { dumbbells, HEIGHT, nearest, TOP, ZERO } from '@/lessons/live-check/drawing.ts';
import type { ElementOutcome, LiveOutcome } from '@/lessons/live-check/model.ts';

const SHOWN = { digits: 3, trim: false } as const;
const MARK = { pass: '✓', fail: '✗', inconclusive: '?' } as const;

/** The two gradients, one pair of marks an element; where the marks are apart the gradient is wrong. */
export function Elements({ outcome }: { readonly outcome: LiveOutcome }) {
  const awake = useAwake();
  const model = useMemo(() => dumbbells(outcome), [outcome]);
  const [pointed, setPointed] = useState<number>();
  const { elements, ranking } = outcome;
  const at = Math.min(pointed ?? ranking[0] ?? 0, elements.length - 1);
  const share = (event: PointerEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    return (event.clientX - left) / width;
  };
  const follow = (event: PointerEvent) => setPointed(nearest(model, share(event)));
  const slider = awake && {
    tabindex: 0,
    role: 'slider' as const,
    'aria-label': 'Element of the gradient',
    'aria-valuemin': 1,
    'aria-valuemax': elements.length,
    'aria-valuenow': at + 1,
    'aria-valuetext': sentence(elements[at]),
  };
  return (
    <div class="live-elements">
      <p class="live-key" aria-hidden="true">
        <span class="gc-analytic">● analytic</span> <span class="gc-numeric">▬ numeric</span>
      </p>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its image is the group within, which has a name */}
      <svg class="live-chart" width="100%" height={HEIGHT}>
        {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of marks is no control */}
        <g role="img" aria-label={describe(outcome)}>
          {[TOP, ZERO].map((y) => (
            <line key={y} class="live-zero" x1="0" x2="100%" y1={y} y2={y} />
          ))}
          <text class="live-scale" x="0" y={TOP - 5}>
            {numberText(model.largest, { digits: 2 })}
          </text>
          {model.groups.map(({ name, from, to, verdict }) => (
            <g key={name} class={`live-group gc-tone-${verdict}`}>
              <line x1={`${from - 0.9}%`} x2={`${to + 0.9}%`} y1={HEIGHT - 22} y2={HEIGHT - 22} />
              <text x={`${(from + to) / 2}%`} y={HEIGHT - 5} text-anchor="middle">
                {name} {MARK[verdict]}
              </text>
            </g>
          ))}
          {model.pairs.map(({ across, analytic, numeric, wrong }, i) => (
            <g key={elements[i].name} data-at={i === at ? '' : undefined}>
              {wrong && <line class="live-apart" x1={`${across}%`} x2={`${across}%`} y1={analytic} y2={numeric} />}
              <svg x={`${across}%`} y={numeric} overflow="visible" aria-hidden="true">
                <path class="live-numeric" d="M-4.5 0H4.5" />
              </svg>
              <circle class="live-analytic" cx={`${across}%`} cy={analytic} r="3" />
            </g>
          ))}
          <line
            class="live-at"
            x1={`${model.pairs[at].across}%`}
            x2={`${model.pairs[at].across}%`}
            y1="4"
            y2={HEIGHT - 26}
          />
        </g>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it has the role slider once scripts run */}
        <rect
          class="gc-reader"
          width="100%"
          height={HEIGHT - 22}
          onPointerMove={follow}
          onPointerDown={follow}
          onPointerLeave={(event) => event.pointerType === 'mouse' && setPointed(undefined)}
          onKeyDown={(event) => {
            const next = moveCursor(at, event.key, event.shiftKey, elements.length);
            if (next === null) return;
            event.preventDefault();
            setPointed(next);
          }}
          {...slider}
        />
      </svg>
      <p class="live-reading">
        <code>{elements[at].name}</code>: <span class="gc-analytic">analytic</span>{' '}
        <NumberText value={elements[at].analytic} {...SHOWN} />, <span class="gc-numeric">numeric</span>{' '}
        <NumberText value={elements[at].numeric} {...SHOWN} />
        {pointed === undefined && ranking.length > 0 && `, the worst of ${ranking.length}`}
      </p>
    </div>
  );
}

const sentence = ({ name, analytic, numeric }: ElementOutcome) =>
  `${name}: analytic ${numberText(analytic, SHOWN)}, numeric ${numberText(numeric, SHOWN)}`;

function describe({ elements, ranking, groups }: LiveOutcome): string {
  const wrong = groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  return ranking.length === 0
    ? `Analytic and numeric gradient agree in all ${elements.length} elements.`
    : `Analytic and numeric gradient differ in ${ranking.length} of ${elements.length} elements, in ${wrong.join(' and ')}.`;
}
