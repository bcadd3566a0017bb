import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { integrity?: string; link?: boolean; optional?: boolean }>;
};

/** Parsers of other platforms that the registry asked does not carry; npm fetches them on these platforms alone. */
const WITHOUT_HASH = /^node_modules\/@yuku-toolchain\/(?:darwin|win32|linux-arm64)/;

describe('the lock file', () => {
  it('has a hash for every package but those that are listed', () => {
    const bare = Object.entries(packages).filter(([path, { integrity, link }]) => path !== '' && !link && !integrity);
    expect(bare.filter(([path, { optional }]) => !(WITHOUT_HASH.test(path) && optional))).toEqual([]);
  });
});
