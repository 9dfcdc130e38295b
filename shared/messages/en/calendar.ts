import type { calendar as dutch } from '../nl/calendar.ts'

export const calendar: typeof dutch = {
  title: 'Agenda in your calendar',
  explain:
    'Your calendar (Outlook, Google, Apple or another) can show the deadlines, agreements and adoptions of this development agenda. When a date changes, it changes there by itself. That can take a few hours.',
  reader: 'You see the days of the last adopted version.',
  secret:
    'The address is for you alone. Whoever has it sees these days without signing in, so do not share it. Did you lose it, or does somebody else know it? Then make a new address.',
  asking: 'Looking whether you have an address already…',
  make: 'Make an address',
  since: (when: string) => `You have an address since ${when}. We do not show it again.`,
  made: 'Your address is ready. Keep it now: we show it only once.',
  address: 'Your address',
  copy: 'Copy the address',
  copied: 'The address was copied',
  open: 'Open in my calendar',
  how: 'Or paste the address in your calendar, under ‘subscribe’ or ‘add from the internet’.',
  renew: 'Make a new address',
  renewHint: 'When you make a new address, the old one stops working.',
  revoke: 'Revoke the address',
  revoked: 'Your address was revoked. Your calendar gets nothing new any more.',
  unreachable: 'The server cannot be reached now. Check your connection and try again.',
}
