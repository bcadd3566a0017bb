import type { Loading } from '@/sandbox/protocol.ts';

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** How much of Python has come; once all of it has, it is being started. */
export const PythonComes = ({ loading: { loaded, total } }: { loading: Loading }) => (
  <>
    <progress aria-label="Python loaded" max={total} value={loaded} />{' '}
    <span class="caption">
      {loaded < total
        ? `Python is being loaded: ${megabytes(loaded)} of ${megabytes(total)} MB`
        : 'Python is being started'}
    </span>
  </>
);
