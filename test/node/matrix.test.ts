import { describe, expect, it } from 'vitest'
import { type GatewayOptions, makeGateway } from '../../server/http/app.ts'
import { makeRoomApp } from '../../server/rooms/room-app.ts'
import { routes } from '../../shared/routes.ts'
import { matrixContract, nameOf, notBuiltYet } from '../contract/matrix.ts'
import { makeMemoryRoom } from '../kit/memory-room.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node', () => {
  matrixContract(startNodeRuntime)
})

describe('the table of routes', () => {
  const inTable = routes.map(nameOf)
  const inServer = routesOfServer()

  it('[A5] has every route that the server has', () => {
    expect(inServer.filter((route) => !inTable.includes(route))).toEqual([])
  })

  it('[A5] has no route that the server has not', () => {
    expect(inTable.filter((route) => !inServer.includes(route) && !notBuiltYet.includes(route))).toEqual([])
    expect(notBuiltYet.filter((route) => inServer.includes(route))).toEqual([])
  })

  it('names each route once', () => {
    expect(new Set(inTable).size).toBe(inTable.length)
  })
})

/** What gateway and room answer by name; what is passed on from one to the other is the other's. */
function routesOfServer(): string[] {
  const pass: GatewayOptions['web'] = async (_c, next) => next()
  // Routes are only read here, and nobody is let in by them: what handles a request is never asked for.
  const gateway = makeGateway({ demo: true, secure: false, live: pass, web: pass } as unknown as GatewayOptions)
  const room = makeMemoryRoom(() => 0)
  const found = [...gateway.routes, ...makeRoomApp(room).routes]
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.length > 1 ? path.replace(/\/$/, '') : path}`)
  room.database.close()
  return [...new Set(found)]
}
