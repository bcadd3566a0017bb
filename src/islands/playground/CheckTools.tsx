import { titleOf } from '@/checker/words/wording.ts';
import type { Template } from '@/lessons/playground/templates.ts';
import { decisive } from '@/lessons/report/diagnosis.ts';
import type { RunState } from '@/sandbox/run-state.ts';
import { Select } from '../controls/choice-controls.tsx';
import { VerdictWord } from '../frame/VerdictBanner.tsx';
import { PythonComes } from '../run/PythonComes.tsx';

const DEADLINES = [2, 5, 10, 30, 60];

/** Code that is none of the templates. */
const OWN = { value: '', label: 'your own' };

interface Props {
  code: string;
  templates: readonly Template[];
  deadline: number;
  run: RunState;
  onTemplate: (template: Template) => void;
  onDeadline: (milliseconds: number) => void;
  onCheck: () => void;
  onStop: () => void;
}

/** Where to start from, how long a check may take, Check and Stop. */
export function CheckTools({ code, templates, deadline, run, onTemplate, onDeadline, onCheck, onStop }: Props) {
  const running = run.phase === 'running';
  const chosen = templates.find((template) => template.code === code)?.id ?? '';
  const seconds = [...new Set([...DEADLINES, deadline / 1000])].sort((a, b) => a - b);
  return (
    <div class="check-tools">
      <Select
        label="Start from"
        options={[...(chosen === '' ? [OWN] : []), ...templates.map(({ id, title }) => ({ value: id, label: title }))]}
        value={chosen}
        onValue={(id) => {
          const template = templates.find((each) => each.id === id);
          if (template !== undefined) onTemplate(template);
        }}
      />
      <Select
        label="Time limit"
        options={seconds.map((each) => ({ value: String(each * 1000), label: `${each} s` }))}
        value={String(deadline)}
        onValue={(milliseconds) => onDeadline(Number(milliseconds))}
      />
      <div class="check-run">
        {running ? (
          <button type="button" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button type="button" class="primary" onClick={onCheck} aria-keyshortcuts="Control+Enter">
            Check
          </button>
        )}
        {running ? <Under run={run} /> : <Said run={run} />}
      </div>
    </div>
  );
}

/** Progress of a run: of loading its runtime, or of checking the elements. */
const Under = ({ run: { loading, share } }: { run: RunState }) =>
  loading === undefined ? (
    <progress aria-label="Elements settled" max={1} value={share} />
  ) : (
    <span class="check-said">
      <PythonComes loading={loading} />
    </span>
  );

/** The outcome in a word, beside the button that asked for it. */
function Said({ run: { phase, result, errors, milliseconds } }: { run: RunState }) {
  if (phase === 'idle') return <span class="caption keyboard-only">or Ctrl+Enter</span>;
  if (result === undefined) {
    const line = errors[0]?.position?.line;
    return <b class="check-error">✗ Error{line !== undefined && `, line ${line}`}</b>;
  }
  return (
    <span class="check-said">
      <VerdictWord verdict={result.report.verdict} />
      {decisive(result.report)
        .slice(0, 1)
        .map(({ kind, where: { groups } }) => (
          <span key={kind}>
            {titleOf(kind)}
            {groups.length > 0 && `: ${groups.join(', ')}`}
          </span>
        ))}
      {milliseconds !== undefined && <span class="caption">{Math.max(1, Math.round(milliseconds))} ms</span>}
    </span>
  );
}
