import { useEffect, useState } from 'preact/hooks';
import { takeOver } from '@/lessons/failure/handover.ts';
import type { ReadingQuestion } from '@/lessons/failure/question.ts';
import { isSample, loadSample, type PrintedSample, SAMPLES, type SampleId } from '@/lessons/failure/samples.ts';
import { type Corrections, fromText, questionOf, type Source } from '@/lessons/failure/source.ts';
import type { FailureView } from '@/lessons/failure/view.ts';
import { Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useAsked } from '../run/use-asked.ts';
import { useLatestCall } from '../run/use-on-demand.ts';
import { Answer } from './Answer.tsx';
import { FileInput } from './FileInput.tsx';
import { MessageBox } from './MessageBox.tsx';
import './failure.css';

interface Props {
  readonly sample: { readonly id: SampleId; readonly text: string };
  /** The view of the sample, computed at build time. */
  readonly first: FailureView;
  /** Messages that other pages print and link to. */
  readonly printed: readonly PrintedSample[];
  /** What a text can be read as. */
  readonly formats: readonly { readonly id: string; readonly name: string }[];
}

/** Milliseconds without a key after which typed text is read. */
const SETTLE = 300;

const READER = {
  open: () => new Worker(new URL('./failure.worker.ts', import.meta.url), { type: 'module' }),
  // the longest that is taken, on a slow telephone
  patience: 60_000,
  late: 'it took too long; paste less of it',
};

const OWN = 'own';

/** The id of a sample in the address, as a link to this page may hold it. */
const asked = (): string => location.hash.slice(1);

/** An address that names a sample would say something else than the page shows. */
function forgetAddress(): void {
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
}

/** What a gradient checker printed, pasted and explained. Use it through `components/Failure.astro`. */
export default function Failure({ sample, first, printed, formats }: Props) {
  const [awake, setAwake] = useState(false);
  const [source, setSource] = useState<Source>({ kind: 'sample', ...sample });
  /** What the reader gave last, to come back to from a sample. */
  const [own, setOwn] = useState<Source>();
  const [corrections, setCorrections] = useState<Corrections>({ swapped: false });
  const { value: view, busy, failure, ask, set, retry } = useAsked<ReadingQuestion, FailureView>(READER, first);
  const samples = useLatestCall();
  const [fetching, setFetching] = useState(false);
  const stale = busy || (fetching && samples.failure === undefined);

  const read = (given: Source, how: Corrections, wait = 0) => {
    const question = questionOf(given, how);
    if (question === undefined) set(undefined);
    else ask(question, wait);
  };
  const show = (given: Source, wait = 0) => {
    samples.forget();
    setFetching(false);
    setSource(given);
    if (given.kind !== 'sample') setOwn(given);
    setCorrections({ swapped: false });
    read(given, { swapped: false }, wait);
  };
  const give = (given: Source, wait = 0) => {
    forgetAddress();
    show(given, wait);
  };
  const choose = (id: string) => {
    const at = printed.find((each) => each.id === id);
    if (at) show({ kind: 'sample', id, text: at.text });
    else if (isSample(id)) {
      setFetching(true);
      samples.call(
        async () => {
          const text = await loadSample(id);
          return () => text;
        },
        (text) => show({ kind: 'sample', id, text }),
      );
    }
  };
  const correct = (change: Partial<Corrections>) => {
    const next = { ...corrections, ...change };
    setCorrections(next);
    read(source, next);
  };
  useEffect(() => {
    setAwake(true);
    const handed = takeOver();
    if (handed !== undefined) give(fromText(handed));
    else choose(asked());
    const follow = () => choose(asked());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const says = stale || view === undefined ? undefined : view.spoken;
  const linked = printed.filter(({ id }) => source.kind === 'sample' && source.id === id);
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
            ...(own === undefined ? [] : [{ value: OWN, label: 'your own' }]),
            ...[...linked, ...SAMPLES].map(({ id, label }) => ({ value: id, label })),
          ]}
          value={source.kind === 'sample' ? source.id : OWN}
          onValue={(id) => {
            forgetAddress();
            if (id !== OWN) choose(id);
            else if (own !== undefined) show(own);
          }}
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
          <Answer view={view} corrections={corrections} formats={formats} onCorrect={correct} />
        )}
      </div>
    </Island>
  );
}
