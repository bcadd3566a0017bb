/** The result as JUnit XML, which services of continuous integration read. */

export interface TestResult {
  /** What was checked: `model.ts`, `python3 model.py`. */
  readonly name: string;
  readonly seconds: number;
  /** Undefined for a pass. An error is a check that could not be made. */
  readonly problem: { readonly tag: 'failure' | 'error'; readonly type: string; readonly message: string } | undefined;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML has no place for control characters, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const inText = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>]/g, (mark) => ENTITIES[mark]);
const inAttribute = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n]/g, (mark) => ENTITIES[mark]);

/** One suite with one test. */
export function junit({ name, seconds, problem, text }: TestResult): string {
  const count = (tag: string) => (problem?.tag === tag ? 1 : 0);
  const totals = `tests="1" failures="${count('failure')}" errors="${count('error')}" skipped="0" time="${seconds.toFixed(3)}"`;
  const body = problem
    ? `<${problem.tag} type="${inAttribute(problem.type)}" message="${inAttribute(problem.message)}">${inText(text)}</${problem.tag}>`
    : `<system-out>${inText(text)}</system-out>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${totals}>
  <testsuite name="gradient-check" ${totals}>
    <testcase classname="gradient-check" name="${inAttribute(name)}" time="${seconds.toFixed(3)}">
      ${body}
    </testcase>
  </testsuite>
</testsuites>
`;
}
