// The one door to every command. Plain JavaScript, so that the Node that is already on the machine (20.20 and up) can
// run it; the work itself runs on a Node that strips types, from the lock file when the machine's own is too old.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const [command, ...rest] = process.argv.slice(2)

const commands = {
  start: () => [build, () => node('server/node.ts', ...rest)],
  dev: () => [() => node('tools/dev.ts', ...rest)],
  build: () => [build],
  check: () => [check],
  format: () => [() => bin('@biomejs/biome/bin/biome', 'check', '--write', '.')],
  test: () => (rest.length > 0 ? [build, test] : [check, build, browser, test]),
  worker: () => [build, () => node('tools/worker.ts', ...rest)],
  deploy: () => [build, () => deploy('wrangler.files.toml'), () => deploy('wrangler.toml')],
  fuzz: () => [() => fuzz(...rest)],
  bench: () => [build, () => node('test/bench/run.ts', ...rest)],
  screenshots: () => [build, browser, () => node('tools/screenshots.ts', ...rest)],
  backup: () => [() => node('tools/backup.ts', ...rest)],
  restore: () => [() => node('tools/restore.ts', ...rest)],
  verify: () => [() => node('tools/verify.ts', ...rest)],
}

const steps = commands[command]
if (!steps) fail(`Unknown command "${command ?? ''}". Known: ${Object.keys(commands).join(', ')}`)
install()
const runtime = findRuntime()
for (const step of steps()) {
  const status = await step()
  if (status !== 0) process.exit(status)
}

function check() {
  return bin('typescript/bin/tsc', '-b') || bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')
}

function build() {
  return bin('vite/bin/vite.js', 'build', '--logLevel', 'warn')
}

/** The Worker that another is bound to comes first. */
function deploy(config) {
  return bin('wrangler/bin/wrangler.js', 'deploy', '--config', config, ...rest)
}

/** Browser tests take the Chromium that is there, and get one where there is none. */
function browser() {
  return node('tools/ensure-chromium.ts')
}

function test() {
  return bin('vitest/vitest.mjs', 'run', ...rest)
}

/** As many hostile updates as one has patience for: FUZZ_UPDATES for each role, from FUZZ_SEED on. */
function fuzz(...files) {
  process.env.FUZZ_UPDATES ??= '1000000'
  return bin('vitest/vitest.mjs', 'run', '--project', 'node', ...(files.length > 0 ? files : ['test/fuzz/adversarial']))
}

/** Installs exactly what the lock file names, once per lock file. npm runs on its own Node: ours is among the packages. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(modules, '.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const npm = process.env.npm_execpath
  if (!npm) fail('Run this through npm: npm start, npm test …')
  rmSync(stamp, { force: true })
  console.log('Installing…')
  const own = process.env.npm_node_execpath ?? process.execPath
  const { status } = spawnSync(own, [npm, 'install', '--no-save', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) fail('The packages could not be installed; see above.')
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, wanted)
}

function findRuntime() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  const system = { linux: 'linux', win32: 'win' }[process.platform]
  const file = join(
    modules,
    `node-${system}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  return existsSync(file) ? file : fail(`Node ${process.version} is too old here; install Node 22.18 or newer.`)
}

/** Runs one of our own programs and passes on the signals that ask it to stop, so that it can finish what it is writing. */
function node(...args) {
  const child = spawn(runtime, args, { cwd: root, stdio: 'inherit', env: environment() })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)))
}

function bin(file, ...args) {
  const { status } = spawnSync(runtime, [join(modules, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  })
  return status ?? 1
}

function environment() {
  return { ...process.env, PATH: `${dirname(runtime)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
