/** JavaScript expressions. Where there is a `right` gradient, the `gradient` shown is the wrong one. */
export interface LeastExample {
  readonly x: string;
  readonly f: string;
  readonly gradient: string;
  readonly right?: string;
  readonly options?: string;
}

export interface BugEntry {
  /** One or two sentences: what it means. */
  readonly meaning: string;
  /** What the checker sees, in words. */
  readonly signature: string;
  /** The same in TeX: a for analytic, n for numeric, e for their difference. */
  readonly formula: string;
  readonly example?: LeastExample;
}
