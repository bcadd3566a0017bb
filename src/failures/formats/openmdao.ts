/** OpenMDAO's check_partials and check_totals: forward, reverse and differenced Jacobians, never cut. */
import { arrayPairs } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { valueAt } from '../text/array.ts';
import type { Bracketed } from '../text/bracketed.ts';
import { bothAfter, type Format, matchLines, pairsOf } from './format.ts';

const WHAT = /^\s{0,8}(?:\S{1,120}: )?(\S.{0,160}) wrt (\S.{0,160}?)(?: \(Linear constraint\))?$/;
const ARRAY =
  /(Raw|Directional) (Forward|Reverse|Analytic|[A-Z]{2}) ?Derivative.{0,20}\((J\w{2,4})\)[^\n]{0,60}(?=\n)|Directional Derivative \((J\w{2,4})\)[^\n]{0,60}(?=\n)/g;

interface Matrix {
  readonly kind: string;
  readonly array: Bracketed;
  readonly directional: boolean;
}

function matricesOf(text: string): Matrix[] {
  return [...text.matchAll(ARRAY)].flatMap((match) => {
    const array = valueAt(text, match.index + match[0].length);
    const kind = match[3] ?? match[4];
    return array ? [{ kind, array, directional: match[1] === 'Directional' || match[4] !== undefined }] : [];
  });
}

const NAMES: Readonly<Record<string, string>> = { Jfor: 'forward', Jfwd: 'forward', Jrev: 'reverse' };

function comparisons(part: string, what: string): Pairs[] {
  const matrices = matricesOf(part);
  const finite = matrices.find(({ kind }) => kind === 'Jfd' || kind === 'Jcs');
  const found = matrices
    .filter(({ kind }) => Object.hasOwn(NAMES, kind))
    .flatMap(({ kind, array, directional }): Pairs[] => {
      const label = `${what}${what ? ', ' : ''}${NAMES[kind]}`;
      const nature = directional ? 'projection' : 'elements';
      return finite ? arrayPairs(array, finite.array, { label, style: 'array', nature }) : [];
    });
  if (found.length > 0) return found;
  return ['fwd', 'rev'].flatMap((side) => {
    const pair =
      bothAfter(part, `${side} value @ max viol:`, 'fd value @ max viol:') ??
      bothAfter(part, `${side} value:`, 'fd value:');
    return pairsOf(pair ? [pair] : [], { label: `${what}, ${side}`, style: 'own', nature: 'worst', more: true });
  });
}

/** Where forward and reverse both stand beside the differences, the one that disagrees comes first. */
const disagreement = ({ analytic, numeric, halves }: Pairs): number =>
  analytic.reduce((sum, a, i) => sum + (Math.abs(a - numeric[i]) > halves[i] + 1e-5 * Math.abs(a) ? 1 : 0), 0);

export const openmdao: Format = {
  knows: (text) => /\(J(?:for|fwd|rev|fd)\)/.test(text) || text.includes('value @ max viol:'),
  read: ({ text, lines }) => {
    const heads = matchLines(lines, WHAT);
    const parts =
      heads.length === 0
        ? [{ what: '', part: text }]
        : heads.map(({ match, line }, i) => ({
            what: `${match[1].replaceAll("'", '')} wrt ${match[2].replaceAll("'", '')}`,
            part: lines.slice(line + 1, heads[i + 1]?.line ?? lines.length).join('\n'),
          }));
    const pairs = parts.flatMap(({ what, part }) =>
      comparisons(part, what).sort((a, b) => disagreement(b) - disagreement(a)),
    );
    return {
      tool: 'OpenMDAO check_partials',
      pairs,
      snippet: 'openmdao',
      expected: 'arrays below “Raw Forward Derivative (Jfwd)” and “Raw FD Derivative (Jfd)”',
    };
  },
};
