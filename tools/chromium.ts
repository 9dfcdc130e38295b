import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** Where a Chromium is on this machine: named by CHROMIUM, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM
  if (named) return named
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(which)[0]
}

/** Finds a Chromium, or gets one: by Playwright, or from the system's packages. */
export function ensureChromium(): string {
  const there = findChromium()
  if (there) return there
  console.log('Getting a browser for the tests…')
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', '--only-shell', 'chromium'], {
    stdio: 'inherit',
  })
  const downloaded = findChromium()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && which('apt-get').length > 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      stdio: 'inherit',
    })
  }
  const installed = findChromium()
  if (!installed) throw new Error('The browser tests need Chromium: install it, or name its file in CHROMIUM')
  return installed
}

function which(program: string): string[] {
  const { stdout, status } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], {
    encoding: 'utf8',
  })
  const file = stdout?.split('\n')[0]?.trim()
  return status === 0 && file ? [file] : []
}
