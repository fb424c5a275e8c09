/** A forum scores, weighs, sees the best set and what one more would cost; its order is moved, decided, and known everywhere. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { rankings, scores } from '#src/lists/prioritising.ts'
import { setUpStand, type Stand } from './stand.ts'

const FORUM = 'f-pl-vp'
const TODAY = '2026-11-02'
let stand: Stand
beforeAll(async () => {
  stand = await setUpStand({ demos: ['region'] })
  await stand.store.create(meetings, {
    key: `${FORUM}/2026-11`,
    claim: `${FORUM}/2026-11`,
    title: 'Portföljledning Vårdproduktion november',
    forum: { key: FORUM, title: 'Portföljledning Vårdproduktion' },
    kind: 'ordinary',
    day: '2026-11-18',
    state: 'planned',
    minutesKind: 'protocol',
    verification: true,
    effectAt: 'atMeeting',
  })
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

/** A solver that proves its best on a loaded machine. */
const SOLVED = { timeout: 60_000 }

const at = (path: string, more = '') => `/prioritise${path}?forum=${FORUM}${more}`
const open = (route: string) => stand.open('portfolioOwner', { site: 'region', route })

test('a forum scores by the keyboard, and weighs by hand', async () => {
  const { page, tab } = await open(at('/scores'))
  await tab.getByRole('grid').first().focus()
  await page.keyboard.press('1')
  await expect
    .poll(async () => {
      const given = await stand.store.where(scores, { column: 'forum', value: FORUM })
      return given.filter(({ value, on }) => value === 1 && on === TODAY).length
    }, SOLVED)
    .toBe(1)

  const weighing = await open(at('/criteria'))
  const weight = (nth: number) => weighing.tab.getByRole('textbox', { name: 'Vikt', exact: true }).nth(nth)
  await weight(0).fill('45')
  await weight(1).fill('20')
  await weighing.tab.getByRole('button', { name: 'Spara kriterier och vikter' }).click()
  await weighing.tab.getByText('Sparat.').waitFor()
})

test('the best set for 2027–2029 is proved; one that was left out is priced and forced in, and what falls out is said', async () => {
  const trying = await open(at('/scenarios'))
  await trying.tab.getByText(/Bästa urvalet: .* Bevisat/).waitFor(SOLVED)
  const left = trying.tab.getByRole('region', { name: /^Inte valda/ }).getByRole('listitem')
  const asking = left.first().getByRole('button', { name: /^Vad kostar det att ta med/ })
  const title =
    (await asking.getAttribute('aria-label'))?.replace(/^Vad kostar det att ta med (.*)\?$/, '$1') ?? ''
  await asking.click()
  await trying.tab.getByText('Då faller bort:', { exact: false }).waitFor(SOLVED)
  await trying.tab.getByRole('button', { name: `Ta med ${title}`, exact: true }).click()
  await trying.tab
    .getByRole('region', { name: /^Valda/ })
    .getByRole('listitem')
    .filter({ hasText: title })
    .filter({ hasText: 'Satt att vara med' })
    .waitFor(SOLVED)
})

test('the order is moved by hand with a reason, decided by the post with the mandate, and known wherever it matters', async () => {
  const sitting = await open(at('/session', '&question=order'))
  await sitting.tab.getByRole('button', { name: /^Flytta Digital anamnes/ }).click()
  await sitting.page.keyboard.press('ArrowUp')
  await sitting.tab.getByRole('textbox', { name: 'Skäl till flytten' }).fill('Avtalet löper ut i mars')
  await sitting.tab.getByRole('button', { name: 'Spara flytten' }).click()
  await sitting.tab.getByText('Flyttad för hand: Avtalet löper ut i mars').waitFor()
  await sitting.tab.getByRole('checkbox', { name: /är enigt$/ }).check()
  await sitting.tab.getByRole('button', { name: 'Besluta', exact: true }).click()
  await sitting.tab.getByText(/^Beslutat: /).waitFor(SOLVED)
  const made = (await stand.store.where(rankings, { column: 'forum', value: FORUM })).find(
    ({ day }) => day === TODAY,
  )
  const moved = made?.lines.find(({ basis }) => basis === 'moved')
  expect(moved).toMatchObject({ initiative: { key: 'VP-02' }, reason: 'Avtalet löper ut i mars' })
  const number = made?.decision?.title ?? ''

  const after = await open(at(''))
  await after.tab.getByText('Inget har ändrats sedan rangordningen beslutades 2 nov.').waitFor()
  const waiting = after.tab.getByRole('list', { name: 'Väntelista' }).getByRole('listitem')
  expect(await waiting.count()).toBe(made?.lines.filter(({ isWithin }) => !isWithin).length)
  expect((await stand.store.byKey(initiatives, 'VP-02'))?.rank).toBe(moved?.rank)
  const one = await open('/initiative/VP-02')
  await one.tab
    .getByText(`Plats ${moved?.rank} i Portföljledning Vårdproduktion 2027`, { exact: false })
    .waitFor()
  const register = await open('/decisions')
  await register.tab.getByRole('row').filter({ hasText: number }).first().waitFor()
  const agenda = await open(`/meeting/${encodeURIComponent(`${FORUM}/2026-11`)}?part=prepare`)
  await agenda.tab.getByText(`Rangordning beslutad 2 nov. (${number})`, { exact: false }).first().waitFor()
})
