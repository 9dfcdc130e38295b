import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A large document takes an office a while on a busy machine. */
const patience = 240_000

/**
 * A file as LibreOffice reads it, converted to another form: the files that come of it, by their names. Undefined where
 * LibreOffice is not on this machine. It runs with a profile of its own and is ended with all that it started.
 */
export async function convertByOffice(
  name: string,
  bytes: Uint8Array,
  form: string,
): Promise<Record<string, string> | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-office-'))
  try {
    const [file, profile, out] = [join(folder, name), join(folder, 'profile'), join(folder, 'out')]
    await writeFile(file, bytes)
    const profileAt = `-env:UserInstallation=${pathToFileURL(profile)}`
    const code = await run(
      [profileAt, '--headless', '--norestore', '--convert-to', form, '--outdir', out, file],
      folder,
    )
    if (code === 'absent') return undefined
    if (code !== 0) throw new Error(`LibreOffice ended with ${code}`)
    const made: Record<string, string> = {}
    for (const one of await readdir(out)) made[basename(one)] = await readFile(join(out, one), 'utf8')
    return made
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function run(asked: string[], home: string): Promise<number | 'absent' | 'too-long'> {
  return new Promise((resolve, reject) => {
    const office = spawn('soffice', asked, { detached: true, stdio: 'ignore', env: { ...process.env, HOME: home } })
    const end = () => {
      // The whole group: what is started is a script around the office itself.
      if (office.pid !== undefined) process.kill(-office.pid, 'SIGKILL')
    }
    const timer = setTimeout(end, patience)
    office.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      if (error.code === 'ENOENT') resolve('absent')
      else reject(error)
    })
    office.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code ?? 'too-long')
    })
  })
}
