import { useMemo } from 'preact/hooks';
import { Figure } from '@/charts/figure/Figure.tsx';
import type { Table } from '@/charts/figure/table.ts';
import type { Verdict } from '@/checker/types.ts';
import {
  type Edge,
  edges,
  groupLabels,
  HEIGHT,
  inputs,
  type Node,
  nodes,
  WIDTH,
  widthOf,
} from '@/lessons/network/diagram.ts';
import { type Cell, cellNamed, type ShownNetwork } from '@/lessons/network/shown.ts';

const RADIUS = 15;
/** A verdict as a shape: a tick, a cross, a wave; about the current point. */
const GLYPHS: Readonly<Record<Verdict, string>> = {
  pass: 'm-4.5.5 3.2 3.2 6-7',
  fail: 'm-4-4 8 8m0-8-8 8',
  inconclusive: 'm-5 1c2.5-4 4 3 6.5 0 1-1 2-2 3.5-1.5',
};
const DASHES: Readonly<Record<Verdict, string | undefined>> = { pass: undefined, fail: '6 3', inconclusive: '1.5 3' };

/** The network with the check's verdicts drawn on it: an edge is a weight, a node its bias, thickness the slope. */
export function Diagram({
  shown,
  selected,
  onSelect,
}: {
  shown: ShownNetwork;
  selected: string | undefined;
  onSelect: (element: string) => void;
}) {
  const { cells, groups } = shown;
  const largest = Math.max(...cells.map(({ numeric }) => Math.abs(numeric)));
  const point = ({ target }: Event) => {
    const element = (target as SVGElement).dataset.target;
    if (element !== undefined) onSelect(element);
  };
  const wrong = groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  const description =
    wrong.length === 0
      ? 'The verdict on every weight and bias; none is wrong.'
      : `The verdict on every weight and bias: wrong in ${wrong.join(', ')}.`;
  return (
    <Figure
      title="Where the gradient is wrong"
      description={description}
      caption="Edges are weights, rings biases. Thickness: how much the loss depends on it."
      fileName="network-verdicts"
      table={useMemo(() => () => tableOf(cells), [cells])}
    >
      {(describedBy) => (
        // biome-ignore lint/a11y: its image is the group within; the list of elements does by keyboard what pointing does
        <svg
          class="gc-drawing gc-wide"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          width={WIDTH}
          height={HEIGHT}
          onClick={point}
          onPointerOver={(event) => event.pointerType === 'mouse' && point(event)}
        >
          {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of marks is no control */}
          <g role="img" aria-label="The network with a verdict on each part" aria-describedby={describedBy}>
            {edges.map((edge) => (
              <EdgeMark key={edge.element} edge={edge} cell={cellNamed(cells, edge.element)} largest={largest} />
            ))}
            {selected !== undefined && <Selection element={selected} />}
            {nodes.map((node) => (
              <NodeMark key={node.name} node={node} cell={node.element ? cellNamed(cells, node.element) : undefined} />
            ))}
            <text class="soft" x={0} y={groupLabels[0].y + 17}>
              wrong
            </text>
            {groupLabels.map(({ group, x, y }) => {
              const found = groups.find(({ name }) => name === group);
              if (found === undefined) return null;
              return (
                <g key={group} class="network-group" data-verdict={found.verdict} data-group={group}>
                  <path class="glyph" d={`M${x - 13} ${y - 4}${GLYPHS[found.verdict]}`} />
                  <text x={x - 3} y={y}>
                    {group}
                  </text>
                  <text class="soft" x={x - 18} y={y + 17}>
                    {found.verdict === 'inconclusive' ? `${found.undecided} open` : `${found.wrong} of ${found.size}`}
                  </text>
                </g>
              );
            })}
          </g>
          {/* Wider than the edges, so that a finger finds them. */}
          <g class="network-targets" data-control="targets">
            {edges.map(({ element, from, to }) => (
              <path key={element} data-target={element} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            ))}
            {nodes.map(({ name, element, x, y }) => (
              <circle key={name} data-target={element} cx={x} cy={y} r={RADIUS + 4} />
            ))}
          </g>
        </svg>
      )}
    </Figure>
  );
}

const tableOf = (cells: readonly Cell[]): Table => [
  { label: 'element', values: cells.map(({ name }) => name) },
  { label: 'connects', values: cells.map(({ role }) => role) },
  { label: 'analytic', values: cells.map(({ analytic }) => analytic) },
  { label: 'numeric', values: cells.map(({ numeric }) => numeric) },
  { label: '(analytic − numeric) / tolerance', values: cells.map(({ ratio }) => ratio) },
  { label: 'verdict', values: cells.map(({ verdict }) => verdict) },
];

function EdgeMark({ edge, cell, largest }: { edge: Edge; cell: Cell | undefined; largest: number }) {
  if (cell === undefined) return null;
  const { from, to, mark } = edge;
  const width = widthOf(cell.numeric, largest);
  return (
    <g class="network-edge" data-verdict={cell.verdict} data-element={cell.name}>
      <path
        class="edge"
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        stroke-width={width}
        stroke-dasharray={DASHES[cell.verdict]}
      />
      {cell.verdict !== 'pass' && (
        <>
          <circle class="behind" cx={mark.x.toFixed(1)} cy={mark.y.toFixed(1)} r={7} />
          <path class="glyph" d={`M${mark.x.toFixed(1)} ${mark.y.toFixed(1)}${GLYPHS[cell.verdict]}`} />
        </>
      )}
    </g>
  );
}

function NodeMark({ node: { name, x, y, element }, cell }: { node: Node; cell: Cell | undefined }) {
  const verdict = cell?.verdict;
  return (
    <g class="network-node" data-verdict={verdict} data-element={element}>
      <circle
        cx={x}
        cy={y}
        r={RADIUS}
        stroke-dasharray={verdict && DASHES[verdict]}
        stroke-width={verdict === undefined || verdict === 'pass' ? 1.5 : 2.5}
      />
      <text x={x} y={y + 4.5}>
        {name}
      </text>
      {verdict !== undefined && verdict !== 'pass' && (
        <>
          <circle class="behind" cx={x + 13} cy={y - 12} r={7} />
          <path class="glyph" d={`M${x + 13} ${y - 12}${GLYPHS[verdict]}`} />
        </>
      )}
    </g>
  );
}

function Selection({ element }: { element: string }) {
  const edge = edges.find((one) => one.element === element);
  if (edge !== undefined) {
    return <path class="network-selection" d={`M${edge.from.x} ${edge.from.y}L${edge.to.x} ${edge.to.y}`} />;
  }
  const node = nodes.find((one) => one.element === element) ?? inputs[0];
  return <circle class="network-selection" cx={node.x} cy={node.y} r={RADIUS + 5} />;
}
