import { useId } from 'preact/hooks';
import { Drawing } from '@/charts/figure/Drawing.tsx';
import type { March as Marched } from '@/lessons/network/march.ts';
import { ARROWS, fields, LINE_OPTIONS, LOSS, NODES } from '@/lessons/network/march-state.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { Program, ProgramLine } from '../frame/Program.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './march.css';

const LAYOUT = { name: 'wide', width: 360, height: 152, sideLabels: false } as const;
/** Milliseconds for one line on the way from the mistake to the input. */
const PACE = 300;

/** The backward pass as a chain. A mistake in one line runs on from there, away from the loss. */
export default function March({ marches }: { readonly marches: readonly Marched[] }) {
  const { state, bind, awake } = useUrlState('march', fields);
  const march = marches.find(({ line }) => line === state.line) ?? marches[0];
  const id = useId();
  const says = saysOf(march);
  return (
    <Island name="march" title="Where a mistake gets to" awake={awake} says={says}>
      <Choice label="The mistake is in" options={LINE_OPTIONS} {...bind('line')} />
      <Chain march={march} describedBy={id} />
      <Program title="The line that is wrong" first={march.first}>
        <li>{march.shown ? <ProgramLine {...march.shown} /> : <ProgramLine code="every line is as it should be" />}</li>
      </Program>
      <VerdictBanner verdict={march.reached.length > 0 ? 'fail' : 'pass'}>
        <span id={id}>{says}</span>
      </VerdictBanner>
    </Island>
  );
}

function saysOf({ groups, title }: Marched): string {
  const named = (wrong: boolean) => groups.filter((group) => group.wrong > 0 === wrong).map(({ name }) => name);
  const [bad, good] = [named(true), named(false)];
  if (bad.length === 0) return 'All four groups are right.';
  const rest = good.length === 0 ? 'No group is right.' : `Right: ${good.join(', ')}.`;
  return `${title}. Wrong: ${bad.join(', ')}. ${rest}`;
}

const placeOf = (name: string) => NODES.find((node) => node.name === name) ?? LOSS;

function Chain({
  march: { line, reached, groups },
  describedBy,
}: {
  readonly march: Marched;
  readonly describedBy: string;
}) {
  const start = NODES.find(({ name }) => name === line)?.depth ?? 0;
  const delay = (depth: number) => ({ '--delay': `${Math.max(0, depth - start) * PACE}ms` });
  return (
    <Drawing
      layout={LAYOUT}
      title="The backward pass from the loss, at the right, to the input"
      describedBy={describedBy}
    >
      {ARROWS.map(([from, to]) => {
        const [a, b] = [placeOf(from), NODES.find(({ name }) => name === to)!];
        const below = b.y > a.y;
        return (
          <path
            key={to}
            class="march-arrow"
            data-wrong={reached.includes(from) ? '' : undefined}
            style={delay(b.depth)}
            d={
              below
                ? `M${a.x} ${a.y + 18}L${b.x} ${b.y - 20}m-5-6 5 6 5-6`
                : `M${a.x - (from === 'L' ? 19 : 33)} ${a.y}H${b.x + 34}m6-5-6 5 6 5`
            }
          />
        );
      })}
      <g class="march-node">
        <circle cx={LOSS.x} cy={LOSS.y} r={17} />
        <text x={LOSS.x} y={LOSS.y + 5}>
          L
        </text>
      </g>
      {NODES.map((node) => {
        const { name, x, y, depth } = node;
        const group = 'group' in node ? groups.find((one) => one.name === node.group) : undefined;
        const wrong = reached.includes(name);
        const half = group ? 28 : 31;
        return (
          <g key={name} class="march-node" data-line={name} data-wrong={wrong ? '' : undefined} style={delay(depth)}>
            <rect x={x - half} y={y - 17} width={2 * half} height={34} rx={4} />
            <text x={x} y={y + 5}>
              {name}
              {wrong && ' ✗'}
            </text>
            {group && (
              <text class="soft" x={x} y={y + 34}>
                {group.wrong > 0 ? `${group.wrong}/${group.size}` : `✓ ${group.size}`}
              </text>
            )}
          </g>
        );
      })}
    </Drawing>
  );
}
