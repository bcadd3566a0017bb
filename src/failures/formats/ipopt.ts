/** Ipopt's derivative_test: the elements that it flags, in 17 digits. */
import type { Format } from './format.ts';
import { tildeComparisons } from './tilde-lines.ts';

const DETECTED = /Derivative checker detected {1,8}(\d{1,9}) {1,8}error/;

export const ipopt: Format = {
  knows: (text) =>
    text.includes('erivative checker') ||
    /\* (?:grad_f|jac_g|obj_hess) ?\[/.test(text) ||
    text.includes('-th constr_hess['),
  read: ({ text, lines }) => {
    const count = DETECTED.exec(text);
    const right = text.includes('No errors detected by derivative checker');
    const total = count ? Number(count[1]) : undefined;
    const pairs = tildeComparisons(lines, 'exact', total);
    if (pairs.length === 0 && !count && !right) return undefined;
    return {
      tool: 'Ipopt derivative_test',
      pairs,
      facts: total === undefined ? [] : [{ kind: 'count', wrong: total }],
      claims: right ? 'agreement' : 'failure',
      snippet: 'ipopt',
    };
  },
};
