/** The director's brief before a joint meeting, and the outcome back. */
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import type { ForumTemplate } from '#src/lists/forumTemplates.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems } from '#src/lists/meetings.ts'
import type { Position } from '#src/lists/minutes.ts'
import { forums, units } from '#src/lists/organisation.ts'
import { BriefPage } from '#tabs/meetings/brief/BriefPage.tsx'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aPerson, aRef, tree } from '../../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const locks = { key: 'i-1', title: 'Digitala lås' }
const joint = aForum({ key: 'f-ssg', title: 'Styr- och samordningsgruppen', unit: aRef('city') })
const template = { joint: true, forum: aRef('f-ssg') } as ForumTemplate
const meeting = aMeeting({
  key: 'm-ssg',
  forum: aRef('f-ssg'),
  title: 'Styrgruppen i november',
  state: 'called',
})
const ours = { forum: aRef('f-ssg'), meeting: aRef('m-ssg') }
const gate = anItem('s1', { ...ours, title: 'Digitala lås', kind: 'gate', order: 1, initiative: locks })
const position: Position = {
  id: '1',
  version: '1',
  key: 'p-1',
  title: 'Digitala lås',
  item: aRef('s1'),
  meeting: aRef('m-ssg'),
  forum: aRef('f-ssg'),
  unit: aRef('elderly'),
  claim: 's1/elderly',
  position: 'Vi stöder förslaget.',
  by: me,
  day: '2024-09-30',
}
const theirs: Position = {
  ...position,
  id: '2',
  key: 'p-2',
  unit: aRef('disability'),
  position: 'Vi vill vänta.',
}
const said = anItem('sd', {
  state: 'treated',
  initiative: locks,
  outcome: 'support',
  wording: 'Avdelningen förordar lås i Söder.',
  decidedOn: '2024-09-18',
})

interface Shown extends Omit<Given, 'items'> {
  items?: AgendaItem[]
  positions?: Position[]
  need?: Partial<Initiative>
}
function show({ items = [gate], positions = [theirs], need = {}, ...given }: Shown = {}) {
  const whole = { ...locks, stage: 'preparation', legal: 'yes', legalDay: '2025-01-01', ...need } as const
  const found = new Map<unknown, unknown[]>([
    [initiatives, [anInitiative(whole)]],
    [costItems, [aCostItem({ initiative: locks })]],
    [agendaItems, [said]],
  ])
  return renderScreen(<BriefPage id='m-ssg' />, {
    items: [
      held(
        units,
        [...tree.values()].map((unit) =>
          unit.key === 'elderly' ? { ...unit, short: 'ÄVO', head: me } : unit,
        ),
      ),
      held(forums, [joint, aForum()]),
    ],
    store: {
      byKey: (_: unknown, key: string) =>
        Promise.resolve(key === 'm-ssg' ? meeting : key === 'f-ssg' ? template : undefined) as never,
      whereOf: () => Promise.resolve([items, [], [], [], [], [], positions]) as never,
      whereIn: (asked: readonly { list: unknown }[]) =>
        Promise.resolve(asked.map(({ list }) => found.get(list) ?? [])) as never,
    },
    ...given,
  })
}
const matter = page.getByRole('region', { name: /1\. Digitala lås/ })

test('a matter says what is asked, what it costs, who thinks what and what our own forums said', async () => {
  await show()
  await expect.element(matter).toMatchTextContent(/Beslut om BP3/)
  await expect.element(matter).toMatchTextContent(/400 tkr att genomföra · driften efteråt är inte beräknad/)
  await expect.element(matter).toMatchTextContent(/gäller från 1 jan\. 2025/)
  await expect.element(matter).toMatchTextContent(/disability: Vi vill vänta\./)
  await expect
    .element(matter)
    .toMatchTextContent(/Strategisk dialog Hemtjänst 18 sep\.: Tillstyrks\. Avdelningen förordar/)
  await expect.element(matter).toMatchTextContent(/Ingen ståndpunkt än/)
})

test('whoever heads the administration writes its position', async () => {
  const act = vi.fn<Act>(() => ({ done: { positions: [position] } }))
  await show({ act })
  await matter.getByRole('button', { name: /^Skriv/ }).click()
  const save = matter.getByRole('button', { name: 'Spara' })
  await expect.element(save).toBeDisabled()
  await matter.getByRole('textbox', { name: 'Vår ståndpunkt (ÄVO)' }).fill('Vi stöder förslaget.')
  await save.click()
  await expect.element(matter).toMatchTextContent(/Vi stöder förslaget\. Jag Själv, 30 sep\./)
  await expect.element(matter.getByRole('button', { name: /^Ändra/ })).toHaveFocus()
  expect(act.mock.calls[0]?.[0]).toMatchObject({
    name: 'savePosition',
    args: {
      item: 's1',
      unit: 'elderly',
      values: { position: 'Vi stöder förslaget.' },
      base: { position: null },
    },
  })
})

test('after the meeting its outcome is there, and what it means is written', async () => {
  const treated = {
    ...gate,
    state: 'treated',
    outcome: 'grant',
    wording: 'Startar i mars.',
    decidedOn: '2024-11-19',
  } as AgendaItem
  const act = vi.fn<Act>(() => ({ done: { positions: [{ ...position, result: 'Vi bidrar med två.' }] } }))
  await show({ items: [treated], positions: [position], act })
  await expect.element(matter).toMatchTextContent(/Så blev det.*Bifall\. Startar i mars\./)
  await expect.element(matter.getByRole('button', { name: /Ståndpunkt/ })).not.toBeInTheDocument()
  await matter.getByRole('button', { name: /^Skriv/ }).click()
  await matter.getByRole('textbox', { name: 'Vad det betyder för oss' }).fill('Vi bidrar med två.')
  await matter.getByRole('button', { name: 'Spara' }).click()
  await expect.element(matter.getByText('Vi bidrar med två.')).toBeVisible()
  expect(act.mock.calls[0]?.[0]).toMatchObject({
    args: { position: 'p-1', values: { result: 'Vi bidrar med två.' } },
    seen: { 'p-1': '1' },
  })
})

test('a refusal is said, and what was written stays', async () => {
  await show({ act: () => ({ refusals: [{ why: 'meeting', fault: 'decided' }] }) })
  await matter.getByRole('button', { name: /^Skriv/ }).click()
  await matter.getByRole('textbox').fill('För sent')
  await matter.getByRole('button', { name: 'Spara' }).click()
  await expect.element(matter.getByRole('alert')).toMatchTextContent(/redan behandlat/)
  await expect.element(matter.getByRole('textbox')).toHaveValue('För sent')
})

test('others read, and choose whose brief it is', async () => {
  const { history } = await show({ person: { id: 'x', name: 'Någon' }, positions: [position, theirs] })
  await page.getByRole('combobox', { name: 'Förvaltning' }).selectOptions('disability')
  expect(history.at(-1)).toContain('unit=disability')
  await expect.element(matter).toMatchTextContent(/Vi vill vänta\./)
  await expect.element(matter.getByRole('button')).not.toBeInTheDocument()
})

test('it has room on a phone', async () => {
  await page.viewport(320, 640)
  await show()
  await expect.element(matter).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  await page.viewport(1280, 900)
})

test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
  const { container } = await show({ theme })
  await matter.getByRole('button', { name: /^Skriv/ }).click()
  expect(await violations(container)).toEqual([])
})

test('what is known of a confidential initiative stays out of the brief until it is asked for, marked', async () => {
  const kept = { number: 'ÄVO-9', title: 'Upphandling av Sigma', confidential: true as const }
  const { container } = await show({
    items: [{ ...gate, title: 'BP3 ÄVO-9', initiative: { key: 'i-1', title: 'ÄVO-9' } }],
    need: kept,
  })
  await expect.element(page.getByText('1 sekretessmarkerat initiativ visas inte.')).toBeVisible()
  expect(container.textContent).not.toContain('Sigma')
  await page.getByRole('checkbox', { name: 'Visa dem här' }).click()
  await expect
    .element(page.getByRole('link', { name: 'ÄVO-9 Upphandling av Sigma (sekretess)' }))
    .toBeVisible()
})
