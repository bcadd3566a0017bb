/** The rules that a reader chooses from. */
export const RULES = [
  { value: 'global', label: 'one global norm' },
  { value: 'element', label: 'per element' },
  { value: 'production', label: 'production check' },
] as const;
