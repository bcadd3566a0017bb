import { Component, type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useId, useRef, useState } from 'preact/hooks';

const Announce = createContext<(message: string) => void>(() => {});

/** Milliseconds of rest before an announcement, so that a drag is announced once, at its end. */
const REST = 700;

interface IslandProps {
  name: string;
  title: string;
  awake: boolean;
  /** What it shows in a sentence; a screen reader hears it when it changes. */
  says?: string;
  children: ComponentChildren;
}

/**
 * The root of every interactive figure: its name and title, a polite announcer, and a place for its own failure.
 * `data-ready` appears once the island answers to the reader; what it shows is in the HTML before that.
 */
export function Island({ name, title, awake, says, children }: IslandProps) {
  const heading = useId();
  const [message, setMessage] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const announce = useCallback((text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setMessage(text), REST);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useChange(says, announce);
  return (
    <section
      class="island not-content"
      data-island={name}
      data-ready={awake ? '' : undefined}
      aria-labelledby={heading}
    >
      {/* No heading: a figure may stand under a heading of any level, and the region has a name without one. */}
      <p id={heading} class="island-title">
        {title}
      </p>
      <Announce.Provider value={announce}>
        <Boundary>{children}</Boundary>
      </Announce.Provider>
      <p class="sr-only" role="status">
        {message}
      </p>
    </section>
  );
}

/** Says something to a screen reader once the reader's hand has come to rest, and not on the first render. */
export function useAnnouncement(message: string): void {
  useChange(message, useContext(Announce));
}

function useChange(message: string | undefined, announce: (message: string) => void): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (message !== undefined) announce(message);
  }, [message, announce]);
}

/** A script error in one figure stays in that figure, and says so in its place. */
class Boundary extends Component<{ children: ComponentChildren }, { failure?: Error }> {
  static override getDerivedStateFromError(failure: Error) {
    return { failure };
  }
  override componentDidCatch(failure: Error) {
    console.error(failure);
  }
  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <div class="verdict" data-verdict="inconclusive" role="alert">
        <p>
          <strong>This figure has stopped:</strong> {failure.message}. The rest of the page works on.
        </p>
        <button type="button" onClick={() => this.setState({ failure: undefined as never })}>
          Start it again
        </button>
      </div>
    );
  }
}
