import { useEffect, useState } from 'preact/hooks';
import { loadSample, SAMPLES, type SampleId } from '@/lessons/failure/samples.ts';
import { fromText, questionOf, type Source } from '@/lessons/failure/source.ts';
import type { FailureView } from '@/lessons/failure/view.ts';
import { Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useLatestCall } from '../run/use-on-demand.ts';
import { Answer } from './Answer.tsx';
import { FileInput } from './FileInput.tsx';
import { MessageBox } from './MessageBox.tsx';
import { useReading } from './use-reading.ts';
import './failure.css';

interface Props {
  readonly sample: { readonly id: SampleId; readonly text: string };
  /** What was read of the sample when the page was made. */
  readonly first: FailureView;
}

/** What is typed is read once the reader's hand has rested for so long. */
const SETTLE = 300;

const OWN = 'own';

/** What a gradient checker printed, pasted and explained. Use it through `components/Failure.astro`. */
export default function Failure({ sample, first }: Props) {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const [source, setSource] = useState<Source>({ kind: 'sample', ...sample });
  const [swapped, setSwapped] = useState(false);
  const { view, busy, failure, read, retry } = useReading(first);
  const samples = useLatestCall();
  const [fetching, setFetching] = useState(false);
  const stale = busy || (fetching && samples.failure === undefined);

  const give = (given: Source, wait = 0) => {
    samples.forget();
    setFetching(false);
    setSource(given);
    setSwapped(false);
    read(questionOf(given, false), wait);
  };
  const choose = (id: SampleId) => {
    setFetching(true);
    samples.call(
      async () => {
        const text = await loadSample(id);
        return () => text;
      },
      (text) => give({ kind: 'sample', id, text }),
    );
  };
  const swap = () => {
    setSwapped(!swapped);
    read(questionOf(source, !swapped));
  };
  const says = stale || view === undefined ? undefined : view.spoken;
  return (
    <Island name="failure" title="What did your check print?" awake={awake} says={says}>
      <p class="failure-asleep">
        With scripts on, you could paste here what your own tool printed. Without them this is an example, with what is
        made of it.
      </p>
      <MessageBox source={source} awake={awake} onSource={give} onText={(text) => give(fromText(text), SETTLE)} />
      <div class="controls failure-tools">
        <Select
          label="Or try a sample"
          options={[
            ...(source.kind === 'sample' ? [] : [{ value: OWN, label: 'your own' }]),
            ...SAMPLES.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={source.kind === 'sample' ? source.id : OWN}
          onValue={(id) => id !== OWN && choose(id as SampleId)}
        />
        <FileInput onSource={give} />
        <button type="button" onClick={() => give({ kind: 'typed', text: '' })}>
          Clear
        </button>
      </div>
      <NotLoaded failure={samples.failure} retry={samples.retry} />
      <NotLoaded failure={failure} retry={retry} />
      <div class="failure-answer" data-stale={stale ? '' : undefined} aria-busy={stale}>
        {view === undefined ? (
          <p class="caption">Nothing to read yet: paste a message, drop a file, or choose a sample.</p>
        ) : (
          <Answer view={view} swapped={swapped} onSwap={swap} />
        )}
      </div>
    </Island>
  );
}
