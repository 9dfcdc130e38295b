import type { Environment } from './worker/environment.ts'
import { gatewayFor } from './worker/gateway.ts'

export { AgendaRoom } from './worker/agenda-room.ts'
export { DirectoryObject } from './worker/directory-object.ts'

export default {
  fetch: (request, environment, context) => gatewayFor(request, environment).fetch(request, environment, context),
} satisfies ExportedHandler<Environment>
