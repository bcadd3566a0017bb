/** What the page asks of the worker that reads messages. */
export interface ReadingQuestion {
  readonly text?: string;
  /** In place of the text. */
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Whether the analytic side is the other one. */
  readonly swapped: boolean;
  /** The format that the text is to be read as; without it, the one that is recognised. */
  readonly format?: string | undefined;
}
