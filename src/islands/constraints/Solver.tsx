import { useMemo } from 'preact/hooks';
import { LineChart } from '@/charts/LineChart.tsx';
import type { SolverChecked } from '@/lessons/constraints/measured.ts';
import { fields, solverDrawing, TOLERANCE_OPTIONS } from '@/lessons/constraints/solver.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const SHOWS =
  'Bisection leaves stairs, and its error grows as the step shrinks. A fixed-point iteration is smooth, and its error stays at one level. Newton’s method overshoots its tolerance, and shows hardly any of it.';

interface Props {
  readonly checks: Readonly<Record<string, readonly SolverChecked[]>>;
}

/** The slope through three solvers that stop at the same tolerance, and what the check says of the implicit gradient. */
export default function Solver({ checks }: Props) {
  const { state, bind, awake } = useUrlState('solver', fields);
  const spec = useMemo(() => solverDrawing(state), [state]);
  const said = checks[state.tolerance].map(({ method, verdict }) => `${method}: ${verdict}`).join(', ');
  return (
    <Island name="solver" title="A solver that stops early" awake={awake} says={said}>
      <Choice label="The solver stops at" options={TOLERANCE_OPTIONS} {...bind('tolerance')} />
      <LineChart
        {...spec}
        compact
        ratio={0.35}
        title="Error of the central difference against the step"
        description={SHOWS}
        fileName="solver"
      />
      <p class="caption">The check says of the right gradient: {said}.</p>
    </Island>
  );
}
