import { useEffect, useId, useState } from 'preact/hooks';
import { handOver } from '@/lessons/failure/handover.ts';
import { Island } from '../frame/Island.tsx';
import { siteLink } from '../state/site-link.ts';
import './paste-box.css';

/** A box on another page: what is pasted is read on the page that reads failures, and never leaves the browser. */
export default function PasteBox() {
  const id = useId();
  const [awake, setAwake] = useState(false);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  useEffect(() => setAwake(true), []);
  const open = (message: string) => {
    if (message.trim() === '' || handOver(message)) location.assign(siteLink('tools/failure/'));
    else setRefused(true);
  };
  return (
    <Island name="paste-box" title="Has a check of your own failed?" awake={awake}>
      <form
        class="paste-box"
        onSubmit={(event) => {
          event.preventDefault();
          open(text);
        }}
      >
        <label for={id}>Paste what it printed: PyTorch, NumPy, JAX, SciPy and many others, or two columns</label>
        <textarea
          id={id}
          rows={3}
          spellcheck={false}
          autocomplete="off"
          readOnly={!awake}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">Read it</button>
        {refused && (
          <p class="field-error" role="alert">
            This is too long to take along. <a href={siteLink('tools/failure/')}>Open the page</a> and paste it there.
          </p>
        )}
      </form>
      <p class="paste-box-asleep">
        <a href={siteLink('tools/failure/')}>See what is made of an example.</a>
      </p>
    </Island>
  );
}
