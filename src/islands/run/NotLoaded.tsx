import type { LatestCall } from './use-on-demand.ts';

/** Says in its place that something asked for could not be had, and asks for it again. */
export function NotLoaded({ failure, retry }: Pick<LatestCall, 'failure' | 'retry'>) {
  if (failure === undefined) return null;
  return (
    <div class="island-not-loaded" role="alert">
      <p>
        {failure.kind === 'not-loaded'
          ? 'What this needs could not be loaded; nothing has changed.'
          : `This could not be computed, and nothing has changed: ${failure.message}.`}
      </p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
