/** Preparing a meeting: proposals with their reasons, and the agenda ordered, timed and changed. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Asked } from '#tabs/queue.ts'
import { aMeeting, anItem } from '#test/fixtures/meetings.ts'
import { aRef } from '#test/fixtures/organisation.ts'
import { violations } from '#test/tabs/fixtures.tsx'
import { show, proposals, meeting, at, titles, onAgenda, agenda } from './preparing.tsx'

describe('the agenda drafts itself', () => {
  test('by source, with why each comes up, since the last meeting', async () => {
    await show()
    await expect.element(proposals()).toMatchTextContent('sedan förra mötet, ons 18 sep.')
    const open = proposals().getByRole('region', { name: 'Öppen åtgärd' })
    await expect.element(open).toMatchTextContent('Räkna nycklar')
    await expect.element(open).toMatchTextContent('Eva Lind, skulle vara klar 25 sep., 6 dagar sen')
  })
  test('one is taken, in its place', async () => {
    const { acts } = await show()
    await proposals().getByRole('button', { name: 'Ta med Räkna nycklar' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'takeUp',
        args: {
          meeting: meeting.key,
          items: [
            {
              key: 'm-2024-10/action/a-1',
              title: 'Räkna nycklar',
              source: 'openAction',
              cause: 'action/a-1',
              because: { why: 'actionLate' },
              presenter: { name: 'Eva Lind' },
              order: 1,
            },
          ],
        },
      })
  })
  test('all that are suggested are taken at once, in the order of the agenda', async () => {
    const { acts } = await show()
    await proposals().getByRole('button', { name: 'Ta med alla föreslagna (3)' }).click()
    await expect.poll(() => acts).toHaveLength(1)
    const [{ args }] = acts as [Asked]
    const { items } = args as { items: { title: string; order: number }[] }
    const inOrder = items.toSorted((a, b) => a.order - b.order).map(({ title }) => title)
    expect(inOrder).toEqual(['Öppnande', 'Räkna nycklar', 'Övrigt'])
  })
  test('what is taken leaves the proposals, and the keyboard goes on from the next', async () => {
    await show({
      answer: ({ args }) => {
        const [one] = (args as { items: { key: string; title: string; cause: string }[] }).items
        return {
          done: {
            agendaItems: [
              anItem(one?.key ?? '', {
                title: one?.title ?? '',
                cause: one?.cause ?? '',
                meeting: at,
                order: 1,
              }),
            ],
          },
        }
      },
    })
    await proposals().getByRole('button', { name: 'Ta med Öppnande' }).click()
    await expect.poll(titles).toEqual(['1. Öppnande'])
    await expect.element(proposals().getByRole('button', { name: 'Ta med Öppnande' })).not.toBeInTheDocument()
    await expect.element(proposals().getByRole('button', { name: 'Ta med Övrigt' })).toHaveFocus()
  })
  test('one is left, and is kept as left for this meeting', async () => {
    const { acts } = await show()
    await proposals()
      .getByRole('button', { name: /Lämna Räkna nycklar/ })
      .click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: {
          item: 'm-2024-10/action/a-1',
          meeting: meeting.key,
          values: { state: 'left', cause: 'action/a-1' },
        },
      })
  })
  test('what was left is taken after all', async () => {
    const { acts } = await show({ items: [anItem('l-1', { title: 'Gammalt', state: 'left', meeting: at })] })
    await page.getByText('Lämnade den här gången (1)').click()
    await page.getByRole('button', { name: 'Ta med Gammalt' }).click()
    await expect.poll(() => acts[0]).toMatchObject({ args: { item: 'l-1', values: { state: 'agenda' } } })
  })
  test('facts that can’t be read are said so, and the agenda is still worked with', async () => {
    const { session } = await show({ items: onAgenda })
    expect(session).toBeDefined()
    await expect.poll(titles).toEqual(['1. Larmen', '2. Robotar', '3. Kameror'])
  })
})

describe('the agenda', () => {
  test('says when each item begins, and what is too much for the meeting', async () => {
    await show({ items: onAgenda })
    await expect.element(agenda()).toMatchTextContent('13.10')
    await expect
      .element(page.getByText(/3 punkter · 105 av 90 min · slut 14.45/))
      .toMatchTextContent('15 min för mycket')
    await expect.element(page.getByText('Handlingsstopp sön 6 okt.')).toBeVisible()
  })
  test('is ordered by keys: the item keeps the focus, the place is said, and the order is saved once', async () => {
    const { acts } = await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    const edit = agenda().getByRole('button', { name: 'Ändra Kameror' })
    ;(edit.element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}{ArrowUp}{ArrowUp}{/Control}')
    await expect.poll(titles).toEqual(['1. Kameror', '2. Larmen', '3. Robotar'])
    await expect.element(edit).toHaveFocus()
    await expect.element(page.getByText('Kameror är nu punkt 1 av 3.')).toBeInTheDocument()
    await expect.poll(() => acts).toHaveLength(1)
    expect(acts[0]).toMatchObject({
      name: 'orderAgenda',
      args: { meeting: meeting.key, items: ['i-3', 'i-1', 'i-2'] },
    })
  })
  test('is ordered by its buttons, and at the end the other one takes the focus', async () => {
    await show({ items: onAgenda })
    await agenda().getByRole('button', { name: 'Flytta ned Robotar' }).click()
    await expect.poll(titles).toEqual(['1. Larmen', '2. Kameror', '3. Robotar'])
    await expect.element(agenda().getByRole('button', { name: 'Flytta upp Robotar' })).toHaveFocus()
    await expect.element(agenda().getByRole('button', { name: 'Flytta ned Robotar' })).toBeDisabled()
  })
  test('is ordered with the pointer by the handle', async () => {
    await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    const rows = [...agenda().element().querySelectorAll<HTMLElement>('[data-item]')]
    const [first, second] = rows
    const handle = first?.querySelector<HTMLElement>('[aria-hidden=true]')
    const below = second?.getBoundingClientRect().bottom ?? 0
    const send = (type: string, clientY: number) =>
      handle?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientY }))
    if (handle) handle.setPointerCapture = () => undefined
    send('pointerdown', first?.getBoundingClientRect().top ?? 0)
    send('pointermove', below - 1)
    send('pointerup', below - 1)
    await expect.poll(titles).toEqual(['1. Robotar', '2. Larmen', '3. Kameror'])
  })
  test('minutes are changed where they stand, when the field is left', async () => {
    const { acts } = await show({ items: onAgenda })
    await agenda().getByLabelText('Minuter för Larmen').fill('25')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: { item: 'i-1', values: { minutes: 25 }, base: { minutes: 10 } },
      })
  })
  test('an item is changed in place: what changed is sent with what stood there', async () => {
    const { acts } = await show({ items: onAgenda })
    await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
    const form = page.getByRole('form', { name: 'Ändra Robotar' })
    await form.getByLabelText(/Förslag till beslut/).fill('att gå vidare')
    await form.getByRole('button', { name: 'Lägg till underlag' }).click()
    await form.getByLabelText('Namn på underlaget').fill('Behov.docx')
    await form.getByRole('button', { name: 'Spara' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: {
          item: 'i-2',
          values: { proposal: 'att gå vidare', material: [{ name: 'Behov.docx' }] },
          base: { proposal: null, material: null },
        },
      })
    await expect.element(agenda().getByRole('button', { name: 'Ändra Robotar' })).toHaveFocus()
  })
  test('what is half written in an item is there when it is opened again', async () => {
    await show({ items: onAgenda, answer: () => ({ refusals: [{ why: 'noRight' }] }) })
    await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
    const proposal = page.getByRole('form', { name: 'Ändra Robotar' }).getByLabelText(/Förslag till beslut/)
    await proposal.fill('att gå vidare')
    await page.getByRole('link', { name: 'Håll mötet' }).click()
    await page.getByRole('link', { name: 'Förbered' }).click()
    await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
    await expect.element(proposal).toHaveValue('att gå vidare')
  })
  test.each([
    { says: 'what the data brought up is left this time', name: 'Larmen', state: 'left' },
    { says: 'what somebody added waits on the backlog', name: 'Kameror', state: 'backlog' },
  ])('one is taken off: $says', async ({ name, state }) => {
    const { acts } = await show({ items: onAgenda })
    await agenda()
      .getByRole('button', { name: `Ta bort ${name} från dagordningen` })
      .click()
    await expect.poll(() => acts[0]).toMatchObject({ name: 'saveItem', args: { values: { state } } })
  })
  test('an item is added by its title', async () => {
    const { acts } = await show({ items: onAgenda })
    await page.getByRole('textbox', { name: 'Lägg till en punkt' }).fill('Semestrar')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: { meeting: meeting.key, values: { title: 'Semestrar', order: 4 } },
      })
    await expect.element(page.getByRole('textbox', { name: 'Lägg till en punkt' })).toHaveValue('')
  })
  test('is only read by others, with its times', async () => {
    await show({ items: onAgenda, mine: false })
    await expect.element(page.getByText('13.10')).toBeVisible()
    expect(page.getByRole('button', { name: /Skicka|Ta med|Ändra/ }).elements()).toEqual([])
  })
  test('stands as it is when its minutes are locked', async () => {
    await show({ items: onAgenda, of: { state: 'verified' } })
    expect(page.getByRole('button', { name: /Skicka|Ta med|Ändra/ }).elements()).toEqual([])
  })
})

test('a decision that another meeting has taken, or is asked for, is told with a way there', async () => {
  const robots = aRef('robots')
  const elsewhere = aMeeting({
    key: 'm-pf',
    day: '2024-10-11',
    state: 'sent',
    forum: aRef('Prioriteringsforum'),
  })
  const decided = anItem('x-1', {
    title: 'BP1 Robotar',
    kind: 'gate',
    initiative: robots,
    forum: aRef('Prioriteringsforum'),
    meeting: { key: elsewhere.key, title: elsewhere.title },
    state: 'treated',
    carrying: 'waiting',
    effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
  })
  const { container } = await show({
    items: [anItem('i-1', { title: 'Robotar', kind: 'gate', order: 1, initiative: robots })],
    others: { items: [decided], meetings: [elsewhere] },
  })
  const row = agenda().getByRole('listitem')
  await expect
    .element(row)
    .toMatchTextContent(/Redan beslutat, väntar på justering: Prioriteringsforum, 11 okt\./)
  await expect
    .element(row.getByRole('link', { name: /Prioriteringsforum/ }))
    .toHaveAttribute('href', '/meeting/m-pf?part=minutes')
  expect(await violations(container)).toEqual([])
})
