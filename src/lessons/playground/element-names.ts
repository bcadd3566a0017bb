import type { Report } from '@/checker/types.ts';

/**
 * A report with its elements called as they are typed in a formula: the checker counts from 0, formulas from 1, so
 * `w[0]` becomes `w[1]`.
 *
 * @param names the elements' names in flat order
 */
export function withNames(report: Report, names: readonly string[]): Report {
  const typed = new Map(report.elements.map(({ name, index }) => [name, names[index] ?? name]));
  // all at once: one after the other, w[0] would become w[1] and then w[2]
  const inText = (text: string): string =>
    text.replace(/[\p{L}_][\p{L}\d_]*\[\d+\]/gu, (name) => typed.get(name) ?? name);
  return {
    ...report,
    elements: report.elements.map((element) => ({
      ...element,
      name: typed.get(element.name) ?? element.name,
    })),
    findings: report.findings.map((finding) => ({
      ...finding,
      where: { ...finding.where, elements: finding.where.elements.map((name) => typed.get(name) ?? name) },
      evidence: Object.fromEntries(
        Object.entries(finding.evidence).map(([key, fact]) => [key, typeof fact === 'string' ? inText(fact) : fact]),
      ),
    })),
  };
}
