/** Lines for the reader's own tool. */
export interface Snippet {
  readonly language: string;
  readonly code: string;
  /** Written from the tool's manual, and not run by the tests of this site. */
  readonly unrun?: boolean;
}
