import { Hono } from 'hono'
import { type HouseStyle, houseStyleOf } from '../../shared/house-style.ts'
import type { RenderExport } from '../ports.ts'
import { problem } from '../problem.ts'
import { houseStyleSheet } from './house-style-sheet.ts'

/** The house styles of this board; read once. */
export type HouseStyles = () => Promise<readonly HouseStyle[]>

/** An hour; after that what is known still does while a newer one is fetched, also without a connection. */
const cached = 'public, max-age=3600, stale-while-revalidate=2592000'

/** What regions look like, for pages: the board's own stylesheet comes before it. */
export function houseStyleRoutes(styles: HouseStyles): Hono {
  const app = new Hono()

  app.get('/huisstijl.css', async (c) =>
    c.body(houseStyleSheet(await styles()), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': cached,
    }),
  )

  app.get('/huisstijl/:logo', async (c) => {
    const name = c.req.param('logo')
    const style = (await styles()).find(({ key }) => `${key}.png` === name)
    if (!style?.logo) return problem(c, 'not-found')
    return c.body(style.logo.png, 200, { 'content-type': 'image/png', 'cache-control': cached })
  })

  return app
}

/** Makes files in the house style of their region. */
export function inHouseStyle(render: RenderExport, styles: HouseStyles): RenderExport {
  return async (order, ...rest) => {
    const style = houseStyleOf(await styles(), regionOf(order))
    return await render(style ? { ...order, style } : order, ...rest)
  }
}

function regionOf(order: Parameters<RenderExport>[0]): string {
  if ('differences' in order) return order.differences.region
  return 'written' in order ? order.about.region : order.agenda.region
}
