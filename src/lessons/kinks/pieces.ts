/** The functions of the kink tab: two smooth pieces (or one) that meet at a place. */

export type PieceId = 'relu' | 'absolute' | 'max' | 'huber' | 'jump';

export interface Piecewise {
  readonly id: PieceId;
  readonly label: string;
  readonly f: (x: number) => number;
  /** What a library returns: at the kink itself one of the two slopes, or a value between them. */
  readonly gradient: (x: number) => number;
  /** Where the pieces meet. */
  readonly at: number;
  /** The slopes on its two sides, with some room: what the axis of slopes shows. */
  readonly slopes: readonly [number, number];
}

const CROSSING = 0.25;
const HUBER_EDGE = 1;
const JUMP_SLOPE = 0.5;
const FROM_FLAT = [-0.2, 1.2] as const;
const BOTH_SIGNS = [-1.2, 1.2] as const;

export const PIECES: readonly Piecewise[] = [
  { id: 'relu', label: 'ReLU', f: (x) => Math.max(0, x), gradient: (x) => (x > 0 ? 1 : 0), at: 0, slopes: FROM_FLAT },
  { id: 'absolute', label: '|x|', f: Math.abs, gradient: Math.sign, at: 0, slopes: BOTH_SIGNS },
  {
    id: 'max',
    label: 'max(x, ½ − x)',
    f: (x) => Math.max(x, 0.5 - x),
    gradient: (x) => (x >= CROSSING ? 1 : -1),
    at: CROSSING,
    slopes: BOTH_SIGNS,
  },
  {
    id: 'huber',
    label: 'Huber (no kink)',
    f: (x) => (Math.abs(x) <= HUBER_EDGE ? (x * x) / 2 : HUBER_EDGE * (Math.abs(x) - HUBER_EDGE / 2)),
    gradient: (x) => Math.max(-HUBER_EDGE, Math.min(HUBER_EDGE, x)),
    at: HUBER_EDGE,
    slopes: FROM_FLAT,
  },
  {
    id: 'jump',
    label: 'a jump',
    f: (x) => JUMP_SLOPE * x + (x >= 0 ? 1 : 0),
    gradient: () => JUMP_SLOPE,
    at: 0,
    slopes: [JUMP_SLOPE - 1, JUMP_SLOPE + 1],
  },
];

export const pieceOf = (id: PieceId): Piecewise => PIECES.find((piece) => piece.id === id)!;
