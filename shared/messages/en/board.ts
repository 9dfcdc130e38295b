import type { board as dutch } from '../nl/board.ts'

/** An item's name within a sentence: no capital. */
const within = (item: string) => item.charAt(0).toLowerCase() + item.slice(1)
const points = (n: number) => (n === 1 ? '1 item' : `${n} items`)

export const board: typeof dutch = {
  skip: 'Skip to content',
  close: 'Close',
  dismiss: 'Hide this message',
  cancel: 'Cancel',
  colleague: 'a colleague',
  loading: 'The agenda is loading',
  period: (from, to) => `${from} to ${to}`,
  myAgendas: 'My agendas',
  agendas: 'Agendas',
  view: { label: 'View', board: 'Board', table: 'Table' },
  mainMenu: 'Main menu',

  saved: {
    loading: 'Loading…',
    saved: 'Saved',
    saving: 'Saving…',
    offline: 'Offline',
    offlineLong: 'Offline: kept on this device',
    readOnly: 'Server accepts nothing now',
    closed: 'Not connected',
    connectedAgain: 'You are connected again.',
    savesAgain: 'The server saves again.',
  },
  notice: {
    offlineTitle: 'You are offline.',
    roleChanged: (role) => `Your new role on this agenda: ${role}.`,
    show: 'Show',
  },

  people: {
    here: (n) => (n === 1 ? 'On the board now: 1 person' : `On the board now: ${n} people`),
    short: (n) => `${n} here`,
    rest: (n) => `and ${n}`,
    you: (name) => `${name} (you)`,
    writes: 'is writing here',
    reads: 'is here',
    alsoHere: (n) => `and ${n} more`,
  },
  menu: {
    user: (initials, name) => `${initials}: menu of ${name}`,
    label: 'Your menu',
    language: 'Nederlands',
    languageCode: 'nl',
    theme: { label: 'Light or dark', system: 'As on your device', light: 'Light', dark: 'Dark' },
    keys: 'Keys',
    people: 'People',
    history: 'History',
    versions: 'Agreed versions',
    adoption: 'Adoption',
    export: 'Export',
    import: 'Import',
    calendar: 'Agenda in your calendar',
    answers: 'What was done with our comments?',
    account: 'My account',
    themes: 'Manage themes',
    agenda: 'Title and period',
    print: 'Print',
    signOut: 'Sign out',
    undo: 'Undo',
    redo: 'Redo',
  },

  column: {
    joint: 'development agenda',
    switch: 'Column',
    short: { municipality: 'Municipalities', joint: 'Together', 'school-boards': 'Schools' },
  },
  plan: { 'youth-plan': 'Youth plan:', 'support-plan': 'Support plan:', further: 'And further:' },
  points,
  upcoming: (next) => `Coming up: ${next}`,
  upcomingWhen: (name, day) => `${name}, ${day}`,
  nothingHere: 'No items in this column yet.',
  nothingShown: 'No items that fit your choice.',

  newItem: {
    label: 'New item',
    placeholder: 'New item: just write',
    inColumn: (column) => `New item in ${column}`,
    short: 'New item',
    added: (title, column) => `‘${title}’ is now in ${column}`,
    hidden: (title) => `‘${title}’ was added, but your filters hide it`,
    undone: 'Adding undone',
  },

  card: {
    item: (number) => `Item ${number}`,
    itemBefore: 'Item ',
    new: 'new',
    newItem: 'New item',
    untitled: 'Untitled',
    nobody: 'No owner yet',
    agreements: 'Agreements done: ',
    unread: 'Unread comments: ',
    lateAgreement: (late) => `Agreement ${late}`,
    lateAgreements: (n, late) => `${n} agreements late, the oldest ${late}`,
    lateDeadline: (late) => `Deadline ${late}`,
    next: 'Next: ',
    struck: (reason) => (reason ? `Struck: ${reason}` : 'Struck'),
  },
  daysLate: (n) => (n === 1 ? '1 day late' : `${n} days late`),
  spark: ({ name, from, to, target }) =>
    `${name}: ${from === to ? `now ${to}` : `from ${from} to ${to}`}${target ? `, target ${target}` : ''}`,

  move: {
    button: (item) => `Move ${within(item)}`,
  },

  group: {
    label: 'Group',
    by: (what) => `Group: ${what}`,
    theme: 'theme',
    priority: 'priority',
    status: 'status',
    owner: 'owner',
    noTheme: 'No theme yet',
  },
  filter: {
    label: 'Filter and search',
    ours: 'Ours',
    late: (n) => `Late (${n})`,
    more: 'More filters',
    moreCount: (n) => `Filters (${n})`,
    title: 'Filters',
    unread: (n) => `Unread (${n})`,
    search: 'Search the agenda',
    searchShort: 'Search',
    shown: (shown, all) => `${shown} of ${points(all)} shown`,
    clear: 'Clear all filters',
    nothingTitle: 'No item fits your choice',
    nothing: 'Choose less narrowly, or clear the filters and start again.',
  },

  keys: {
    undone: 'Undone',
    redone: 'Redone',
    nothingToUndo: 'There is nothing of your own to undo',
    nothingToRedo: 'There is nothing to redo',
  },

  error: {
    notFoundTitle: 'This agenda is not there, or you may not see it',
    notFound:
      'The link may be old, or you may not have been invited yet. Your own work is safe. Ask the coordinator for a new invitation, or go to your agendas.',
    pageTitle: 'This page is not there',
    page: 'The link may be old or copied wrongly. Your own work is safe.',
    unreachableTitle: 'The server cannot be reached',
    unreachable:
      'This device holds no copy of this agenda. Check your connection and try again. What had been saved is safe.',
    brokenTitle: 'Something went wrong on this screen',
    broken: 'What had been saved is safe. Please reload the page. If it happens again, tell the administrator.',
    again: 'Try again',
    home: 'To my agendas',
  },
}
