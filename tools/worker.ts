import { spawn } from 'node:child_process'

// The same product on local workerd, with the demo: npm run worker. What it keeps is in the folder
// data-worker, or in DATA_DIR; it listens on 8788, or on PORT.
const child = spawn(
  process.execPath,
  [
    'node_modules/wrangler/bin/wrangler.js',
    'dev',
    ...['--config', 'wrangler.toml', '--config', 'wrangler.files.toml'],
    '--local',
    '--port',
    process.env.PORT ?? '8788',
    '--persist-to',
    process.env.DATA_DIR ?? 'data-worker',
    '--var',
    'DEMO:on',
  ],
  {
    stdio: 'inherit',
    // Nothing of this leaves the machine.
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
child.once('exit', (status) => process.exit(status ?? 1))
