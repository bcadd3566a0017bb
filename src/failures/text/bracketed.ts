/** An array as it is read from a text, whole or cut short, and the state of reading one in brackets. */
import type { Printed } from './number.ts';

/** An array as far as it can be seen. */
export interface Bracketed {
  /** The visible entries, in order; for complex ones the real parts. */
  readonly numbers: readonly Printed[];
  /** Imaginary parts beside them, where the array is complex. */
  readonly imaginary?: readonly Printed[];
  /** Subscripts of the entries, one after the other; those behind an ellipsis begin at {@link BEHIND}. */
  readonly places: readonly number[];
  /** Length of each axis, as far as it can be seen; a length printed beside the array counts. Empty for one number. */
  readonly shape: readonly number[];
  /** An ellipsis stands for some of the entries. */
  readonly hidden: boolean;
  /** The text ends, or goes on with something else, before the last bracket is closed. */
  readonly cut: boolean;
  /** The rows differ in length. */
  readonly ragged: boolean;
  /** `float32` where it is printed. */
  readonly dtype?: string;
  readonly end: number;
}

/** Subscripts from here on count from the ellipsis of their axis. */
export const BEHIND = 2 ** 30;

export const BLANKS = ' \t\n,';
/** `, dtype=torch.float64, device='cuda:0')` */
const SUFFIX =
  /^[\s,]{0,40}(?:[a-z_]{1,20}=(?:\([\d, ]{0,80}\)|'[^'\n]{0,40}'|<[^>\n]{0,60}>|[\w.]{1,40})[\s,]{0,40}){1,6}\)/;

interface Level {
  /** Position on this axis of the item that comes next. */
  next: number;
  /** Items before the ellipsis; -1 without one. */
  before: number;
}

const visibleItems = ({ next, before }: Level): number => (before < 0 ? next : before + next - BEHIND);

/** What has been read of an array so far. */
export class ArrayReader {
  readonly text: string;
  at: number;
  readonly levels: Level[] = [];
  readonly lengths: number[] = [];
  readonly numbers: Printed[] = [];
  readonly imaginary: Printed[] = [];
  readonly places: number[] = [];
  rank = 0;
  hidden = false;
  ragged = false;
  dtype: string | undefined;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  open(): void {
    this.levels.push({ next: 0, before: -1 });
    this.at++;
  }

  close(): void {
    const level = this.levels.pop() as Level;
    const depth = this.levels.length;
    const length = visibleItems(level);
    if (this.lengths[depth] !== undefined && this.lengths[depth] !== length) this.ragged = true;
    this.lengths[depth] = Math.max(this.lengths[depth] ?? 0, length);
    this.count();
    this.at++;
  }

  /** One more item on the innermost axis. */
  count(): void {
    const level = this.levels[this.levels.length - 1];
    if (level) level.next++;
  }

  add(number: Printed, imaginary?: Printed): void {
    if (this.numbers.length === 0) this.rank = this.levels.length;
    if (this.levels.length !== this.rank) this.ragged = true;
    for (let axis = 0; axis < this.rank; axis++) this.places.push(this.levels[axis]?.next ?? 0);
    this.numbers.push(number);
    if (imaginary) this.imaginary.push(imaginary);
    this.count();
  }

  /** An ellipsis stands for entries only if something of the array comes after it. */
  ellipsis(): boolean {
    let i = this.at;
    while (this.text[i] === '.') i++;
    while (i < this.text.length && BLANKS.includes(this.text[i])) i++;
    this.at = i;
    if (!/^(?:[\d[\]+.-]|nan|inf)/.test(this.text.slice(i, i + 3))) return false;
    const level = this.levels[this.levels.length - 1];
    if (level.before < 0) {
      level.before = level.next;
      level.next = BEHIND;
    }
    this.hidden = true;
    return true;
  }

  finish(cut: boolean): Bracketed {
    this.levels.forEach((level, depth) => {
      const open = depth < this.levels.length - 1 ? 1 : 0;
      this.lengths[depth] = Math.max(this.lengths[depth] ?? 0, visibleItems(level) + open);
    });
    const suffix = cut ? undefined : SUFFIX.exec(this.text.slice(this.at, this.at + 400))?.[0];
    const dtype = /dtype=(?:torch\.|'|<dtype: ')?([a-z]+\d+)/.exec(suffix ?? '')?.[1] ?? this.dtype;
    const told = /shape=\(([\d, ]+)\)/
      .exec(suffix ?? '')?.[1]
      .match(/\d+/g)
      ?.map(Number);
    return {
      numbers: this.numbers,
      ...(this.imaginary.length > 0 && this.imaginary.length === this.numbers.length
        ? { imaginary: this.imaginary }
        : {}),
      places: this.places,
      shape: told?.length === this.rank ? told : this.lengths.slice(0, this.rank),
      hidden: this.hidden,
      cut,
      ragged: this.ragged,
      ...(dtype ? { dtype } : {}),
      end: this.at + (suffix?.length ?? 0),
    };
  }
}
