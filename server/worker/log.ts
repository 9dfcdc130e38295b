import type { Log } from '../ports.ts'

/** One JSON object a line, for the platform's own log. */
export const logToPlatform: Log = (level, event, details) => {
  const line = JSON.stringify({ level, event, ...details })
  if (level === 'error') console.error(line)
  else console.log(line)
}
