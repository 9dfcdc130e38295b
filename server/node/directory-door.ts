import type { DirectoryCalls, DirectoryDoor } from '../ports.ts'

/** The directory of this process, through the door that could as well lead elsewhere. */
export function doorOf(directory: DirectoryCalls): DirectoryDoor {
  return {
    visitor: async (...asked) => directory.visitor(...asked),
    demoPeople: async () => directory.demoPeople(),
    signInDemo: async (...asked) => directory.signInDemo(...asked),
    signOut: async (...asked) => directory.signOut(...asked),
    agendasOf: async (...asked) => directory.agendasOf(...asked),
    account: async (...asked) => directory.account(...asked),
    askLink: async (...asked) => directory.askLink(...asked),
    askJoin: async (...asked) => directory.askJoin(...asked),
    look: async (...asked) => directory.look(...asked),
    redeem: async (...asked) => directory.redeem(...asked),
    sessionsOf: async (...asked) => directory.sessionsOf(...asked),
    endSessions: async (...asked) => directory.endSessions(...asked),
    settings: async (...asked) => directory.settings(...asked),
    changeSettings: async (...asked) => directory.changeSettings(...asked),
    waiting: async (...asked) => directory.waiting(...asked),
    organisationsFor: async (...asked) => directory.organisationsFor(...asked),
    stopMails: async (...asked) => directory.stopMails(...asked),
    localMails: async () => directory.localMails(),
  }
}
