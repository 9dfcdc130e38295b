/**
 * Told while a file is made how much of it is done. It may take a moment, in which others get their turn, and it may throw
 * `Stopped`: nobody waits for the file any more.
 */
export type Tick = (done: number, of: number) => void | Promise<void>

export const noTick: Tick = () => {}

/** Told how far a file is; answers whether anybody still waits for it. */
export type Hear = (done: number, of: number) => boolean | Promise<boolean>

/** A file tells of itself so many times, at most, where each time is a message to who asked for it. */
const mostTold = 50

/** Tells and asks between pieces, for where the clock stands still while one works. */
export function tellAndAsk(hear: Hear): Tick {
  let next = 0
  return async (done, of) => {
    if (done < next) return
    next = done + Math.ceil(of / mostTold)
    if (!(await hear(done, of))) throw new Stopped()
  }
}

/** Ends the making of a file that nobody waits for. */
export class Stopped extends Error {}
