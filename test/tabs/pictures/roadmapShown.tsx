/** The road map as tests show it: what waits for what, what others lead, what has no time, and what units receive. */
import { cdp } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { people, units } from '#src/lists/organisation.ts'
import type { Reception } from '#src/lists/receptions.ts'
import { RoadmapPage } from '#tabs/pictures/RoadmapPage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aRef, tree } from '#test/fixtures/organisation.ts'
import { type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

export const item = (key: string) => ({ key, id: key, version: '"1"' })
export const one = (
  key: string,
  title: string,
  start?: string,
  plannedEnd?: string,
  more: Partial<Initiative> = {},
) =>
  anInitiative({
    ...item(key),
    number: `S-${key}`,
    title,
    stage: 'development',
    ...(start && { start }),
    ...(plannedEnd && { plannedEnd }),
    ...more,
  })
export const platform = one('platform', 'Plattform', '2026-Q1', '2027-Q1')
const api = one('api', 'Gränssnitt', '2027-Q2', '2027-Q4')
const app = one('app', 'Appen', '2027-Q4', '2028-Q2')
const other = one('other', 'Inera', '2026-Q2', '2026-Q4', { external: true })
const open = one('open', 'Öppen', '2026-Q3')
const vague = one('vague', 'Oklar')
export const all = [platform, api, app, other, open, vague]
const wait = (from: string, to: string) => ({
  ...item(`${from}-${to}`),
  title: to,
  initiative: { key: from, title: from },
  needs: { key: to, title: to },
})
const lead = {
  ...item('me'),
  title: 'Jag',
  person: { id: 'me', name: 'Jag Själv' },
  roles: ['developmentLead'],
}

/** Home care has room for 40 person-days a month. */
const rooms = [...tree.values()].map((unit) =>
  unit.key === 'homeCare' ? { ...unit, receivingDays: 40 } : unit,
)
export const lands = (of: string, from: string, to: string, values: Partial<Reception> = {}): Reception => ({
  ...item(`r-${of}`),
  title: 'Utbildning',
  initiative: aRef(of),
  unit: aRef('homeCare'),
  kind: 'training',
  from,
  to,
  days: 30,
  ...values,
})

export const reader = (rows: ReadonlyMap<List, readonly unknown[]> = new Map()) => {
  const read = (list: List) => Promise.resolve((rows.get(list) ?? []) as never)
  return { all: read, since: read, where: read }
}
export const show = (
  { path = '/roadmap', rows: read, ...given }: Given & { rows?: ReadonlyMap<List, readonly unknown[]> } = {},
  rows: readonly Initiative[] = all,
) =>
  renderScreen(<RoadmapPage />, {
    items: [
      held(initiatives, rows),
      held(dependencies, [wait('api', 'platform'), wait('app', 'api')] as never),
      held(people, [lead] as never),
      held(units, rooms),
    ],
    store: reader(read),
    today: '2026-11-02',
    path,
    ...given,
  })
export const bar = (container: Element, key: string): SVGElement => {
  const found = container.querySelector<SVGElement>(`[data-mark="${key}"]`)
  if (!found) throw new Error(`${key} is not drawn`)
  return found
}
export const left = (container: Element, key: string) =>
  Number(bar(container, key).querySelector('[data-bar]')?.getAttribute('x'))

/** A finger that is put down, drawn from place to place and taken up; the test is shown in a frame, the finger is on the screen. */
export async function drawn([start, ...path]: { x: number; y: number }[]) {
  const frame = window.frameElement?.getBoundingClientRect()
  const scale = frame ? frame.width / window.innerWidth : 1
  const onScreen = ({ x = 0, y = 0 } = {}) => ({
    x: (frame?.left ?? 0) + x * scale,
    y: (frame?.top ?? 0) + y * scale,
  })
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    cdp().send('Input.dispatchTouchEvent', { type, touchPoints: points.map(onScreen) })
  await send('touchStart', start ? [start] : [])
  for (const point of path) await send('touchMove', [point])
  await send('touchEnd', [])
}
