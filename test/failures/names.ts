/** Names that mean the true cause, where ours is another word for it or more cautious. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'missing-mean': ['constant-factor'],
  'missing-conjugate': ['conjugate'],
  'zeroed-group': ['not-filled'],
  sign: ['constant-factor'],
  transposed: ['swapped'],
  agree: ['agrees'],
};

/** The names that a message of this cause may bear. */
export const allowedFor = (pattern: string | null): readonly string[] =>
  pattern === null ? [] : [pattern, ...(ALSO[pattern] ?? [])];
