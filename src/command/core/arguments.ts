/** Reads what was typed after `gradient-check`. */
import { parseArgs } from 'node:util';
import { CannotRun } from './errors.ts';

/** What is checked: a module of JavaScript or TypeScript, or a program in any language with its arguments. */
export type Target = { readonly module: string } | { readonly program: readonly string[] };

export interface Settings {
  readonly json: boolean;
  /** File that a JUnit report is written to. */
  readonly junit: string | undefined;
  /** Seconds that one answer may take. */
  readonly timeout: number;
  /** Directions that must agree; undefined where every element is compared. */
  readonly directions: number | undefined;
  readonly seed: number | undefined;
}

export type Asked =
  | { readonly help: true }
  | { readonly help: false; readonly target: Target; readonly settings: Settings };

/** Seconds: the first call of a program may load a framework, or compile. */
const TIMEOUT = 60;
/** Node's timers go no further than 2^31 milliseconds. */
const LONGEST = 1_000_000;

export const USAGE = `gradient-check: is this the gradient of that loss?

  gradient-check model.ts                 a module that exports loss, gradient and x; or forward, vjp and x
  gradient-check -- python3 model.py      a program in any language that answers on stdin and stdout

  --directions N      compare along N random directions: for a large x; every element is compared without it
  --seed N            a whole number for the random choices; same seed, same report
  --timeout SECONDS   how long one call or one answer may take (${TIMEOUT})
  --json              print the report as JSON
  --junit FILE        write the result as JUnit XML too
  --help              print this

Exit codes: 0 the gradient is right, 1 it is wrong, 2 the numbers cannot tell, 3 the check could not be made.
`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  junit: { type: 'string' },
  timeout: { type: 'string' },
  directions: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** How programs are started whose source somebody may give in place of a module. */
const STARTED: Readonly<Record<string, string>> = {
  py: 'python3',
  jl: 'julia',
  r: 'Rscript',
  rb: 'ruby',
  lua: 'lua',
  m: 'octave',
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new CannotRun(`${reason.replace(/\.? To specify a positional.*$/, '.')} See gradient-check --help.`);
  }
}

function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  throw new CannotRun(
    `--${name} is ${JSON.stringify(text)}. Give a whole number${least > 0 ? ` of ${least} or more` : ''}.`,
  );
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return TIMEOUT;
  const value = Number(text);
  if (value > 0 && value <= LONGEST) return value;
  throw new CannotRun(`--timeout is ${JSON.stringify(text)}. Give seconds above 0, such as 60 or 0.5.`);
}

/**
 * What was asked for. Everything after the first `--` is the program to start, with its arguments.
 *
 * @throws CannotRun where the arguments make no sense
 * @example
 * readArguments(['--json', '--', 'python3', 'model.py']).target; // { program: ['python3', 'model.py'] }
 */
export function readArguments(argv: readonly string[]): Asked {
  const split = argv.indexOf('--');
  const { values, positionals } = parse(split < 0 ? argv : argv.slice(0, split));
  if (values.help) return { help: true };
  const target = targetOf(positionals, split < 0 ? undefined : argv.slice(split + 1));
  return {
    help: false,
    target,
    settings: {
      json: values.json,
      junit: values.junit,
      timeout: secondsOf(values.timeout),
      directions: wholeNumber('directions', values.directions, 1),
      seed: wholeNumber('seed', values.seed, Number.MIN_SAFE_INTEGER),
    },
  };
}

function targetOf(files: readonly string[], program: readonly string[] | undefined): Target {
  if (program !== undefined) {
    if (program.length === 0) throw new CannotRun('No program follows the --. Try gradient-check -- python3 model.py');
    if (files.length === 0) return { program };
    throw new CannotRun(`Both a module (${files[0]}) and a program (${program[0]}) were given. Check one of them.`);
  }
  const [file] = files;
  if (file === undefined) throw new CannotRun(`Nothing was given to check.\n\n${USAGE}`);
  if (files.length > 1)
    throw new CannotRun(
      `One module was expected, and ${files.length} names were given. To start a program: gradient-check -- ${files.join(' ')}`,
    );
  const starter = STARTED[/\.(\w+)$/.exec(file)?.[1].toLowerCase() ?? ''];
  if (starter !== undefined)
    throw new CannotRun(
      `${file} is no module of JavaScript or TypeScript. A program is started after --: gradient-check -- ${starter} ${file}`,
    );
  return { module: file };
}
