// @ts-check
// npm leaves a platform's optional package out of the lock file when the registry it asked does not carry it,
// and `npm ci` then refuses that lock. This puts the missing entries back, by name, version and platform;
// they are only ever fetched on the platform they name. Their hashes are read from the registry, so that what is
// fetched there is checked too; where it does not have a package, that is said. Run it after every change of a dependency:
//   npm install && npm run fix-lock && npm ci --dry-run
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const OPERATING_SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * Reads the platform out of a package name such as `@esbuild/linux-arm64`.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.replace('windows', 'win32').split(/[-/]/);
  const os = words.filter((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }) };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;
let added = 0;
let mended = 0;
for (const [path, entry] of Object.entries(packages)) {
  if (path === '') continue;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = [`${path}/node_modules/${name}`, `node_modules/${name}`].find((place) => place in packages);
    if (key === undefined) {
      packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
      added += 1;
    } else if (packages[key].version === undefined) {
      packages[key] = { version, ...platformOf(name), optional: true };
      mended += 1;
    }
  }
}
/**
 * @param {string} name
 * @param {string} version
 */
function hashOf(name, version) {
  try {
    const args = ['view', `${name}@${version}`, 'dist.integrity'];
    return execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

for (const [path, entry] of Object.entries(packages)) {
  if (path === '' || entry.link || entry.integrity) continue;
  const name = path.split('node_modules/').at(-1) ?? '';
  const integrity = hashOf(name, entry.version);
  if (/^sha512-/.test(integrity)) packages[path] = { version: entry.version, integrity, ...entry };
  else console.log(`${name} ${entry.version}: no hash, the registry does not have it`);
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} entries added, ${mended} mended`);
