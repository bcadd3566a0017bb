import { useId } from 'preact/hooks';
import { titleOf } from '@/checker/wording.ts';
import { decisive } from '../shared/diagnosis.ts';
import type { RunState } from './run-state.ts';
import { TEMPLATES, type Template } from './templates.ts';

const DEADLINES = [2, 5, 10, 30, 60];

interface Props {
  code: string;
  deadline: number;
  run: RunState;
  onTemplate: (template: Template) => void;
  onDeadline: (milliseconds: number) => void;
  onCheck: () => void;
  onStop: () => void;
}

/** Where to start from, how long a check may take, Check and Stop. */
export function CheckTools({ code, deadline, run, onTemplate, onDeadline, onCheck, onStop }: Props) {
  const id = useId();
  const running = run.phase === 'running';
  const chosen = TEMPLATES.find((template) => template.code === code)?.id ?? '';
  const seconds = [...new Set([...DEADLINES, deadline / 1000])].sort((a, b) => a - b);
  return (
    <div class="check-tools">
      <div class="field">
        <label for={`${id}-template`}>Start from</label>
        <select
          id={`${id}-template`}
          value={chosen}
          onChange={(event) => {
            const template = TEMPLATES.find((each) => each.id === event.currentTarget.value);
            if (template !== undefined) onTemplate(template);
          }}
        >
          {chosen === '' && (
            <option value="" selected>
              your own
            </option>
          )}
          {TEMPLATES.map((template) => (
            <option key={template.id} value={template.id} selected={template.id === chosen}>
              {template.title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-deadline`}>Time limit</label>
        <select
          id={`${id}-deadline`}
          value={String(deadline)}
          onChange={(event) => onDeadline(Number(event.currentTarget.value))}
        >
          {seconds.map((each) => (
            <option key={each} value={String(each * 1000)} selected={each * 1000 === deadline}>
              {each} s
            </option>
          ))}
        </select>
      </div>
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
        {running ? <progress aria-label="Elements settled" max={1} value={run.share} /> : <Said run={run} />}
      </div>
    </div>
  );
}

/** The outcome in a word, beside the button that asked for it; the report is below the code. */
function Said({ run: { result, milliseconds } }: { run: RunState }) {
  if (milliseconds === undefined) return <span class="caption">or Ctrl+Enter</span>;
  const findings = result === undefined ? [] : decisive(result.report);
  return (
    <span class="check-said">
      {result !== undefined && (
        <b class="verdict-word" data-verdict={result.report.verdict}>
          {result.report.verdict}
        </b>
      )}
      {findings.slice(0, 1).map((finding) => (
        <span key={finding.kind}>
          {titleOf(finding.kind)}
          {finding.where.groups.length > 0 && `: ${finding.where.groups.join(', ')}`}
        </span>
      ))}
      <span class="caption">{Math.max(1, Math.round(milliseconds))} ms</span>
    </span>
  );
}
