/** What the check prints of the network with one line wrong: the report that the routine reads by group. */
import { formatReport } from '@/checker/index.ts';
import { check } from '../network/model.ts';
import { weightsAfter } from '../network/training.ts';

export const report = formatReport(check({ dZ: 'no-slope' }, weightsAfter(10)))
  .trimEnd()
  .split('\n');
