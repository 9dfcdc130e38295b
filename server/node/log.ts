import type { Log } from '../ports.ts'

/** One JSON object a line. Errors go to the error stream, so that a supervisor can tell them apart. */
export const logToTerminal: Log = (level, event, details) => {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...details })
  if (level === 'error') console.error(line)
  else console.log(line)
}
