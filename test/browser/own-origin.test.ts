import { describe, expect, it } from 'vitest'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

describe('the pages of the board', () => {
  it('[S16] ask nothing of any other address than their own', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    const { host } = new URL(stage.server.url)
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(request.url()))
    page.on('websocket', (socket) => asked.add(socket.url()))
    const places = ['', '/agenda/drechtsteden', '/agenda/drechtsteden/tabel', '/agenda/drechtsteden/punt/punt-02']
    for (const place of [
      ...places,
      '/agenda/drechtsteden/geschiedenis',
      '/agenda/drechtsteden/mensen',
      '/ik',
      '/outbox',
    ]) {
      await page.goto(stage.server.url + place)
      await page
        .getByRole('heading', { level: 1 })
        .or(page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor()
    }
    expect(asked.size).toBeGreaterThan(20)
    const strange = [...asked].filter(
      (url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).host !== host,
    )
    expect(strange).toEqual([])
  })
})
