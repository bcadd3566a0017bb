/** The calls of WASI about files: all can be read, none can be written. */
import { BAD_DESCRIPTOR, EXISTS, IS_FOLDER, NO_SEEK, NOT_A_FOLDER, NOT_THERE, OK, READ_ONLY } from './errno.ts';
import { type Files, fileTree, inodeOf, pathFrom } from './files.ts';
import type { Reach } from './reach.ts';

const TYPE = { character: 2, folder: 3, file: 4 } as const;
const ALL_RIGHTS = 0x1fffffffn;
/** Descriptor of the root folder; those below are the standard streams. */
const ROOT = 3;
/** Flags of `path_open`: make the file, it is to be a folder, it must be new, make it empty. */
const OPEN = { create: 1, folder: 2, fresh: 4, empty: 8 } as const;

interface Open {
  readonly path: string;
  /** Undefined for a folder. */
  readonly data: Uint8Array | undefined;
  at: number;
}

/** What a program of WASI calls: it returns one of the numbers of `errno.ts`. */
export type Calls = Record<string, (...given: never[]) => number>;

export function fileCalls(
  { view, bytes, setInt, setLong, pieces }: Reach,
  files: Files,
  onBytes: (stream: 1 | 2, bytes: Uint8Array) => void,
): Calls {
  const tree = fileTree(files);
  const opened = new Map<number, Open>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const pathAt = (folder: number, address: number, length: number) =>
    pathFrom(opened.get(folder)?.path ?? '', decoder.decode(bytes(address, length)));
  const typeOf = (descriptor: number) =>
    descriptor < ROOT ? TYPE.character : opened.get(descriptor)?.data ? TYPE.file : TYPE.folder;
  const isOpen = (descriptor: number) => descriptor <= ROOT || opened.has(descriptor);

  const writeStat = (at: number, path: string, type: number, size: number) => {
    const [device, links, noTime] = [1, 1, 0];
    setLong(at, device);
    setLong(at + 8, inodeOf(path));
    view().setUint8(at + 16, type);
    setLong(at + 24, links);
    setLong(at + 32, size);
    for (const offset of [40, 48, 56]) setLong(at + offset, noTime);
    return OK;
  };
  /** Copies data into such pieces, and returns how much. */
  const copy = (data: Uint8Array, from: number, address: number, count: number) => {
    let at = from;
    for (const piece of pieces(address, count)) {
      const part = data.subarray(at, at + piece.length);
      piece.set(part);
      at += part.length;
    }
    return at - from;
  };
  return {
    fd_prestat_get: (fd: number, at: number) => {
      if (fd !== ROOT) return BAD_DESCRIPTOR;
      setInt(at, 0);
      setInt(at + 4, 1);
      return OK;
    },
    fd_prestat_dir_name: (fd: number, at: number) => {
      if (fd !== ROOT) return BAD_DESCRIPTOR;
      bytes(at, 1).set(encoder.encode('/'));
      return OK;
    },
    fd_fdstat_get: (fd: number, at: number) => {
      if (!isOpen(fd)) return BAD_DESCRIPTOR;
      view().setUint8(at, typeOf(fd));
      view().setUint16(at + 2, 0, true);
      setLong(at + 8, ALL_RIGHTS);
      setLong(at + 16, ALL_RIGHTS);
      return OK;
    },
    fd_fdstat_set_flags: () => OK,
    fd_filestat_get: (fd: number, at: number) => {
      if (!isOpen(fd)) return BAD_DESCRIPTOR;
      const { path = `#${fd}`, data } = opened.get(fd) ?? {};
      return writeStat(at, path, typeOf(fd), data?.length ?? 0);
    },
    path_filestat_get: (fd: number, _flags: number, address: number, length: number, at: number) => {
      const path = pathAt(fd, address, length);
      const data = tree.file(path);
      if (data === undefined && !tree.isFolder(path)) return NOT_THERE;
      return writeStat(at, path, data ? TYPE.file : TYPE.folder, data?.length ?? 0);
    },
    path_open: (
      fd: number,
      _links: number,
      address: number,
      length: number,
      flags: number,
      _rights: bigint,
      _inherited: bigint,
      _fdflags: number,
      at: number,
    ) => {
      const path = pathAt(fd, address, length);
      const data = tree.file(path);
      if (data === undefined && !tree.isFolder(path)) return flags & OPEN.create ? READ_ONLY : NOT_THERE;
      if (flags & OPEN.fresh) return EXISTS;
      if (flags & OPEN.empty) return READ_ONLY;
      if (flags & OPEN.folder && data !== undefined) return NOT_A_FOLDER;
      let free = ROOT + 1;
      while (opened.has(free)) free++;
      opened.set(free, { path, data, at: 0 });
      setInt(at, free);
      return OK;
    },
    fd_close: (fd: number) => (opened.delete(fd) || fd <= ROOT ? OK : BAD_DESCRIPTOR),
    fd_read: (fd: number, address: number, count: number, at: number) => {
      const file = opened.get(fd);
      const nothingTyped = fd === 0;
      if (!nothingTyped && file === undefined) return BAD_DESCRIPTOR;
      if (!nothingTyped && file?.data === undefined) return IS_FOLDER;
      const read = file?.data ? copy(file.data, file.at, address, count) : 0;
      if (file) file.at += read;
      setInt(at, read);
      return OK;
    },
    fd_pread: (fd: number, address: number, count: number, offset: bigint, at: number) => {
      const data = opened.get(fd)?.data;
      if (data === undefined) return BAD_DESCRIPTOR;
      setInt(at, copy(data, Number(offset), address, count));
      return OK;
    },
    fd_write: (fd: number, address: number, count: number, at: number) => {
      if (fd !== 1 && fd !== 2) return BAD_DESCRIPTOR;
      let written = 0;
      for (const piece of pieces(address, count)) {
        onBytes(fd, piece.slice());
        written += piece.length;
      }
      setInt(at, written);
      return OK;
    },
    fd_seek: (fd: number, offset: bigint, from: number, at: number) => {
      const file = opened.get(fd);
      if (file?.data === undefined) return fd < ROOT ? NO_SEEK : BAD_DESCRIPTOR;
      const [START, HERE] = [0, 1];
      file.at = (from === START ? 0 : from === HERE ? file.at : file.data.length) + Number(offset);
      setLong(at, file.at);
      return OK;
    },
    fd_tell: (fd: number, at: number) => {
      setLong(at, opened.get(fd)?.at ?? 0);
      return OK;
    },
    fd_readdir: (fd: number, buffer: number, size: number, cookie: bigint, at: number) => {
      const out = bytes(buffer, size);
      let used = 0;
      for (const [i, { name, path, isFolder }] of tree.list(opened.get(fd)?.path ?? '').entries()) {
        if (i < Number(cookie) || used >= size) continue;
        const entry = new Uint8Array([...new Uint8Array(24), ...encoder.encode(name)]);
        const head = new DataView(entry.buffer);
        head.setBigUint64(0, BigInt(i + 1), true);
        head.setBigUint64(8, inodeOf(path), true);
        head.setUint32(16, entry.length - 24, true);
        head.setUint8(20, isFolder ? TYPE.folder : TYPE.file);
        const part = entry.subarray(0, size - used);
        out.set(part, used);
        used += part.length;
      }
      setInt(at, used);
      return OK;
    },
  };
}
