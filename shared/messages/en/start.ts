import type { start as dutch } from '../nl/start.ts'

export const start: typeof dutch = {
  title: 'One agenda for schools, support and municipalities',
  what: 'Municipalities and school boards draw up their development agenda for education and youth care together here. Everyone writes in the same text at the same time, with name and organisation beside it. What was agreed, who does it and what comes of it stays visible to every party.',
  triptych: {
    municipality: 'Youth plan, transport, housing, attendance',
    joint: 'Pupils at home, access, transitions, provision at school',
    schoolBoardsTitle: 'School boards',
    schoolBoards: 'Support plan, placement, means',
  },
  demoTitle: 'Look around as…',
  demo: 'This is an example agenda. Everything you do here stays on this computer. Open a second person in a private window: only one person can be signed in per window.',
  next: 'Please sign in first. After that you go to the agenda you asked for.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  again: 'Try again',

  agendas: {
    title: 'My agendas',
    hello: (name) => `Welcome, ${name}`,
    none: 'You are not on any agenda yet. Make one yourself, or ask a coordinator to add you.',
    counts: (parties, people) =>
      `${parties === 1 ? '1 party' : `${parties} parties`}, ${people === 1 ? '1 person' : `${people} people`}`,
    role: (role) =>
      ({
        coordinator: 'You lead the consultation',
        editor: 'You write along',
        commenter: 'You read everything and comment',
        reader: 'You read the agreed version',
      })[role],
    offline: 'You are offline. These are the agendas of which this device holds a copy.',
  },
  create: {
    title: 'New agenda',
    name: 'Title',
    nameHint: 'For example: Development agenda for education and youth care',
    region: 'Region',
    from: 'From',
    to: 'Up to and including',
    start: 'What do you start with?',
    template: 'Ten themes and a first set of items',
    file: 'A file: the JSON of an earlier export',
    empty: 'An empty board',
    go: 'Make the agenda',
    required: 'Please give a title.',
    periodWrong: 'The end lies before the start.',
    failed: (why) => `The agenda was not made. ${why}`,
    unreachable: 'The server cannot be reached. Please try again later.',
  },
}
