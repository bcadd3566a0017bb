/** An image of a started machine at rest: its layout, and the pieces of its memory that are not empty. */
import type { Layout } from './layout.ts';
import { createMachine, type Machine, type MachineOptions } from './machine.ts';

export interface Image {
  readonly layout: Layout;
  /** Addresses of the pieces. */
  readonly starts: readonly number[];
  /** Pieces of `PIECE` bytes, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const PIECE = 16_384;

export function takeImage(machine: Machine): Image {
  const memory = new Uint8Array(machine.memory.buffer);
  const words = new BigUint64Array(machine.memory.buffer);
  const perPiece = PIECE / words.BYTES_PER_ELEMENT;
  const starts: number[] = [];
  for (let from = 0; from < words.length; from += perPiece) {
    for (let i = from; i < from + perPiece; i++) {
      if (words[i] === 0n) continue;
      starts.push(from * words.BYTES_PER_ELEMENT);
      break;
    }
  }
  const bytes = new Uint8Array(starts.length * PIECE);
  for (const [i, start] of starts.entries()) bytes.set(memory.subarray(start, start + PIECE), i * PIECE);
  return { layout: machine.layout(), starts, bytes };
}

/** A machine in the state in which the image was taken. */
export const fromImage = ({ layout, starts, bytes }: Image, options: Omit<MachineOptions, 'image'>): Machine =>
  createMachine({
    ...options,
    image: {
      layout,
      fill: (memory) => {
        memory.fill(0);
        for (const [i, start] of starts.entries()) memory.set(bytes.subarray(i * PIECE, (i + 1) * PIECE), start);
      },
    },
  });
