/** Names of other languages whose meaning here has to be chosen by the reader. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['var', 'variance']]);

/**
 * Functions of mathematics that no formula can call, with what says the same where there is such a thing. None of them
 * is a slip for a name that looks like it.
 */
const ELSEWHERE: ReadonlyMap<string, string | undefined> = new Map([
  ['atan2', 'atan(y/x)'],
  ['sinc', 'sin(x)/x'],
  ['acot', 'atan(1/x)'],
  ['asec', 'acos(1/x)'],
  ['acsc', 'asin(1/x)'],
  ['acoth', 'atanh(1/x)'],
  ['asech', 'acosh(1/x)'],
  ['acsch', 'asinh(1/x)'],
  ['exp2', '2^x'],
  ['exp10', '10^x'],
  ['logit', 'log(x/(1 - x))'],
  ...[
    ...['erf', 'erfc', 'gamma', 'lgamma', 'beta', 'mod', 'fmod', 'elu', 'gelu', 'selu', 'heaviside'],
    ...['median', 'trace', 'det', 'inv'],
  ].map((name) => [name, undefined] as const),
]);

/** What to write instead of a function that no formula can call; undefined where the name is none of those. */
export function insteadOf(name: string): string | undefined {
  const same = ELSEWHERE.get(name);
  if (same !== undefined) return `\`${same}\``;
  return ELSEWHERE.has(name) ? 'a known function; code in TypeScript or Python can have any' : undefined;
}

/** How a name differs from one that is meant: one letter too many, too few, exchanged with its neighbour, or wrong. */
type Slip = 'extra' | 'missing' | 'swapped' | 'wrong';

/** The one slip by which `typed` comes from `meant`; undefined where it takes more. */
function slipOf(typed: string, meant: string): Slip | undefined {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const [a, b] = [typed.slice(at), meant.slice(at)];
  if (a.slice(1) === b) return 'extra';
  if (a === b.slice(1)) return 'missing';
  if (a.slice(1) === b.slice(1)) return 'wrong';
  return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2) ? 'swapped' : undefined;
}

/** In a name shorter than this a wrong letter makes another name: `cot` is no slip for `cos`. */
const TELLING = 5;

/** The known name that `name` was probably meant to be, or nothing. A digit is never a slip: `log3` is not `log2`. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const typed = name.toLowerCase();
  const other = OTHER_NAMES.get(typed);
  if (other !== undefined || ELSEWHERE.has(typed)) return other;
  const digits = (text: string): string => text.replace(/\D/g, '');
  for (const candidate of known) {
    const meant = candidate.toLowerCase();
    if (meant.length < 2 || digits(meant) !== digits(typed)) continue;
    const slip = slipOf(typed, meant);
    if (slip !== undefined && (slip !== 'wrong' || meant.length >= TELLING)) return candidate;
  }
  return undefined;
}
