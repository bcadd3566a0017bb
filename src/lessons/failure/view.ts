/** What the page shows of a message that was read: plain data of bounded size, however long the message. */
import type { Finding, Verdict } from '@/checker/types.ts';
import { surenessOf } from '@/checker/words/wording.ts';
import {
  type Conclusion,
  type FailureComparison,
  type FailureFinding,
  type FailureReading,
  type NextStep,
  OPENINGS,
  readFailure,
  readFailureFiles,
} from '@/failures/index.ts';
import { nameShown, showHidden } from '@/input/hidden.ts';
import type { ReadingQuestion } from './question.ts';
import { countText, isListed, MEANS, nameWithin, sidesText, titleText, VERDICTS, whereText } from './words.ts';

export interface PairRow {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
  readonly agrees: boolean;
}

export interface ComparisonView {
  readonly label: string;
  /** How many pairs there are, and how many of them are visible. */
  readonly count: string;
  /** Who says which side is which. */
  readonly sides: string;
  readonly rows: readonly PairRow[];
  /** Pairs that are read and not listed. */
  readonly unlisted: number;
}

export interface FindingView {
  readonly kind: string;
  readonly title: string;
  /** Whether it has an entry in the list of bugs. */
  readonly listed: boolean;
  readonly sureness: string;
  readonly says: string;
  /** Which elements, by name. */
  readonly where: string;
}

export interface FailureView {
  readonly tool: string;
  /** The id of the format that it was read as; empty where none was recognised, undefined of files. */
  readonly format: string | undefined;
  readonly problem: string | undefined;
  readonly comparisons: readonly ComparisonView[];
  /** Comparisons that are read and not listed. */
  readonly unlisted: number;
  readonly verdict: Verdict;
  readonly conclusion: Conclusion;
  /** The conclusion in words, and what it means. */
  readonly opening: string;
  readonly means: string;
  readonly findings: readonly FindingView[];
  readonly next: readonly NextStep[];
  /** The conclusion as it is announced. */
  readonly spoken: string;
}

/** At most this many are listed, those that differ before the others. */
const MOST_COMPARISONS = 6;
const MOST_PAIRS = 60;

/** The first `most` items, those that matter before the others; all of them where there are no more. */
function first<T>(items: readonly T[], most: number, matters: (item: T) => boolean): readonly T[] {
  if (items.length <= most) return items;
  return [...items.filter(matters), ...items.filter((item) => !matters(item))].slice(0, most);
}

function comparisonView(comparison: FailureComparison, swapped: boolean): ComparisonView {
  const { label, analytic, numeric, names, agrees, shapes } = comparison;
  const indices = shapes ? [] : numeric.map((_, i) => i);
  const rows = first(indices, MOST_PAIRS, (i) => !agrees[i]);
  return {
    label: nameShown(label),
    count: countText(comparison),
    sides: sidesText(comparison.sides, swapped),
    rows: rows.map((i) => ({
      name: nameShown(nameWithin(names[i], label)),
      analytic: analytic[i],
      numeric: numeric[i],
      agrees: agrees[i],
    })),
    unlisted: indices.length - rows.length,
  };
}

/** @param label name of the comparison if it is the only one, else empty */
function findingView(finding: FailureFinding, label: string): FindingView {
  const { kind, role, says, where } = finding;
  const listed = isListed(kind);
  return {
    kind,
    title: titleText(finding),
    listed,
    sureness: listed ? surenessOf(finding as Finding) : '',
    says: showHidden(says),
    where: role === 'bug' ? nameShown(whereText(where, label)) : '',
  };
}

/** What to show of a reading. */
export function viewOf(reading: FailureReading, swapped = false): FailureView {
  const { tool, format, problem, comparisons, conclusion, findings, next, summary } = reading;
  const only = comparisons.length === 1 ? comparisons[0].label : '';
  const shown = first(comparisons, MOST_COMPARISONS, ({ agrees }) => agrees.includes(false));
  return {
    tool,
    format,
    problem,
    comparisons: shown.map((each) => comparisonView(each, swapped)),
    unlisted: comparisons.length - shown.length,
    verdict: VERDICTS[conclusion],
    conclusion,
    opening: `${OPENINGS[conclusion]}.`,
    means: MEANS[conclusion],
    findings: findings.map((finding) => findingView(finding, only)),
    next,
    spoken: showHidden(`${tool}: ${summary}`),
  };
}

/** Reads what the reader gave. */
export function answerTo({ text = '', files, ...corrections }: ReadingQuestion): FailureView {
  const reading = files ? readFailureFiles(files, corrections) : readFailure(text, corrections);
  return viewOf(files ? reading : { ...reading, format: reading.format ?? '' }, corrections.swapped);
}
