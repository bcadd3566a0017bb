import type { Stage } from './protocol.ts';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toPrecision(2)} s`;

/**
 * Says what a run was doing when its time was up, as far as that is known. A call that has lasted for at least half of the time
 * may be an endless loop; if the last call is younger, calls do end, but there are too many of them.
 *
 * @param limit the time that the run had, in milliseconds
 */
export function deadlineText(stage: Stage | undefined, limit: number): string {
  const stopped = 'Stopped at the time limit';
  if (stage === undefined) return `${stopped}, before the code had begun. Run it again, or raise the limit.`;
  const { called, call, milliseconds } = stage;
  const longer = 'If it only needs longer, raise the limit.';
  if (called === 'program')
    return `${stopped}: the code at the top level, outside of every function that is checked, had not come to its end. Is there a loop or an await that never ends? ${longer}`;
  const lasted = limit - milliseconds;
  if (lasted < limit / 2)
    return `${stopped}, in call ${call} or later of ${called}; the calls before it did end. Raise the limit, or check a smaller case.`;
  return `${stopped}: a call of ${called} (number ${call}) had not returned after ${seconds(lasted)}. Is there a loop that never ends, in it or in what it calls? ${longer}`;
}
