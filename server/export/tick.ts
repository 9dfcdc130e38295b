/** Told while a file is made how much of it is done. May throw, to end it: nobody waits for it any more. */
export type Tick = (done: number, of: number) => void

export const noTick: Tick = () => {}
