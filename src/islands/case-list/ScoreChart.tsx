import { BarChart } from '@/charts/BarChart.tsx';

/** Share of wrong verdicts, a bar a checker. Drawn on the server; nothing in it moves, so that it is no island to wait for. */
export default function ScoreChart({
  scores,
  cases,
}: {
  scores: readonly { id: string; name: string; ours: boolean; share: number }[];
  cases: number;
}) {
  return (
    <section class="island not-content">
      <BarChart
        title="Wrong verdicts"
        description={`Share of the ${cases} cases on which each checker gives a wrong verdict.`}
        of="checker"
        x={{ label: 'wrong verdicts, % of the cases', domain: [0, 50] }}
        bars={scores.map(({ id, name, ours, share }) => ({
          key: id,
          label: name,
          value: 100 * share,
          tone: ours ? 'ink' : 'soft',
          text: `${(100 * share).toFixed(0)} %`,
        }))}
      />
    </section>
  );
}
