/** What the production check says of a setting. A module of its own: it brings the whole checker. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { type State, stillOf } from './still.ts';

export interface CheckedStill {
  readonly diagnosis: DiagnosisText;
  /** Two values of the loss at the same point, one after the other. */
  readonly twice: readonly [number, number];
}

export function checkStill(state: State): CheckedStill {
  const { subject, way } = stillOf(state);
  const fresh = subject.make(way.id, state.bug);
  const twice = [fresh.loss([...subject.x]), fresh.loss([...subject.x])] as const;
  const { loss, gradient } = subject.make(way.id, state.bug);
  return { diagnosis: diagnosisOf(diagnoseGradient(loss, gradient, [...subject.x])), twice };
}
