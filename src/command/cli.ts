#!/usr/bin/env node
/** The command `gradient-check`. */
import { run } from './run.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
// the reader of the report has closed its end, as `head` does
process.stdout.on('error', () => {});

process.exitCode = await run(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    watched: process.stderr.isTTY === true,
  },
  stop.signal,
);
