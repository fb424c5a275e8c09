/** The line about the net, and what it says when something is wrong; refusals in words. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { GraphError } from '#src/graph/errors.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { Status } from '#tabs/data.ts'
import { NetStatus } from '#tabs/ui/NetStatus.tsx'
import { Refusals } from '#tabs/ui/Refusals.tsx'
import { renderScreen, violations } from './fixtures.tsx'

afterEach(() => vi.restoreAllMocks())

const line = () => page.getByRole('status')
const askSomething = { initiative: 'i-1', changes: { benefit: 'x' }, base: { benefit: null } }

describe('the line', () => {
  const cases: { says: string; status: Partial<Status>; text: string }[] = [
    { says: 'reading', status: { phase: 'fetching' }, text: 'Hämtar …' },
    { says: 'up to date', status: {}, text: 'Hämtat 08:00' },
  ]
  test.each(cases)('$says', async ({ status, text }) => {
    await renderScreen(<NetStatus />, { status })
    await expect.element(line()).toHaveTextContent(text)
  })

  test('saving, then saved', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<{ done: object }>()
    const { session } = await renderScreen(<NetStatus />, { act: () => answered })
    const asked = session.acting.act('prepareInitiative', askSomething)
    await expect.element(line()).toHaveTextContent('Sparar …')
    answer({ done: {} })
    await asked
    await expect.element(line()).toHaveTextContent('Sparat')
  })

  test('how much is unsaved', async () => {
    const { session } = await renderScreen(<NetStatus />, { act: () => 'offline' })
    await session.acting.act('prepareInitiative', askSomething)
    await session.acting.act('prepareInitiative', askSomething)
    await expect.element(line()).toHaveTextContent('Osparat (2)')
  })

  test('without a net', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await renderScreen(<NetStatus />)
    window.dispatchEvent(new Event('offline'))
    await expect.element(line()).toHaveTextContent('Utan nät')
  })
})

describe('what has yet to be sent', () => {
  const wait = async () => {
    const shown = await renderScreen(<NetStatus />, { act: () => 'offline' })
    await shown.session.acting.act('prepareInitiative', askSomething)
    await shown.session.acting.act('sendReport', {} as never)
    await page.getByRole('button', { name: 'Visa vad som väntar' }).click()
    return shown
  }

  test('is listed in the order it was meant', async () => {
    await wait()
    await expect.element(page.getByRole('listitem').first()).toMatchTextContent(/^Ändring/)
    await expect.element(page.getByRole('listitem').nth(1)).toMatchTextContent(/^Statusrapport/)
  })

  test('may be taken back, one by one', async () => {
    const { session } = await wait()
    await page.getByRole('button', { name: 'Ta tillbaka: Ändring' }).click()
    await expect.element(line()).toHaveTextContent('Osparat (1)')
    expect(session.acting.queue().map(({ name }) => name)).toEqual(['sendReport'])
  })

  test('has nothing for axe to find', async () => {
    const { container } = await wait()
    await expect.element(page.getByRole('listitem').first()).toBeVisible()
    expect(await violations(container)).not.toContainEqual(
      expect.stringMatching(/color-contrast|button-name|list/),
    )
  })
})

test('a server that wants the person signed in again says so beside what waits', async () => {
  const { session } = await renderScreen(<NetStatus />, {
    act: () => ({ refusals: [{ why: 'notSignedIn' }] }),
  })
  const signIn = vi.spyOn(session, 'signIn')
  await session.acting.act('prepareInitiative', askSomething)
  await page.getByRole('button', { name: 'Logga in' }).click()
  expect(signIn).toHaveBeenCalledOnce()
  await expect.element(line()).toHaveTextContent('Osparat (1)')
})

describe('what is wrong', () => {
  const failed = (error: unknown): Partial<Status> => ({ phase: 'failed', error })
  const graphError = (status: number) => new GraphError({ status, code: 'x', message: 'x' })
  const cases: { says: string; error: unknown; text: string }[] = [
    {
      says: 'no answer',
      error: new TypeError('Failed to fetch'),
      text: 'Microsoft 365 svarar inte just nu.',
    },
    { says: 'not signed in', error: graphError(401), text: 'Inloggningen gäller inte längre.' },
    { says: 'no right', error: graphError(403), text: 'Du har inte rätt att läsa' },
    { says: 'no list that may be seen', error: undefined, text: 'Be systemförvaltaren om läsrätt' },
    { says: 'too much at once', error: graphError(429), text: 'Microsoft 365 är överbelastat just nu.' },
  ]
  test.each(cases)('$says: a sentence, and a way to try again', async ({ error, text }) => {
    const { session, container } = await renderScreen(<NetStatus />, { status: failed(error) })
    await expect.element(page.getByRole('alert')).toMatchTextContent(text)
    const refresh = vi.spyOn(session.data, 'refresh')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    expect(refresh).toHaveBeenCalledOnce()
    expect(await violations(container)).not.toContainEqual(expect.stringContaining('color-contrast'))
  })

  test('a sign-in that needs a hand is offered', async () => {
    const error = Object.assign(new Error('by hand'), { name: 'SignInNeeded' })
    const { session } = await renderScreen(<NetStatus />, { status: failed(error) })
    const signIn = vi.spyOn(session, 'signIn')
    await page.getByRole('button', { name: 'Logga in' }).click()
    expect(signIn).toHaveBeenCalledOnce()
  })

  test('rows that could not be read are counted, by list', async () => {
    await renderScreen(<NetStatus />, { status: { unreadable: { Initiatives: 3 } } })
    await expect.element(page.getByRole('alert')).toMatchTextContent('3 rader i Initiativ kunde inte läsas.')
  })
})

describe('refusals', () => {
  const refusals: Refusal[] = [
    { why: 'missing', matter: 'BP2', needs: ['type', 'legal'] },
    {
      why: 'notYourMandate',
      matter: 'BP1',
      mayDecide: [{ post: 'Avdelningschef Hemtjänst', holder: { id: 'p', name: 'Anders Wiknersson' } }],
    },
  ]

  test('one sentence each, with the names of what is missing and who decides', async () => {
    const { container } = await renderScreen(
      <main>
        <h1>Beslut</h1>
        <Refusals refusals={refusals} />
      </main>,
    )
    const sentences = page.getByRole('alert').getByRole('listitem')
    expect(sentences.elements().map((one) => one.textContent)).toEqual([
      'Inför BP2 saknas initiativtyp och lagkrav, ja eller nej.',
      'BP1 beslutas av Avdelningschef Hemtjänst (Anders Wiknersson).',
    ])
    expect(await violations(container)).toEqual([])
  })

  test('none is nothing at all', async () => {
    await renderScreen(<Refusals refusals={[]} />)
    expect(page.getByRole('alert').elements()).toEqual([])
  })
})

test('in calm it covers nothing of the page; with something to tell it follows the reader', async () => {
  const { container, session } = await renderScreen(<NetStatus />, { act: () => 'offline' })
  const place = () => getComputedStyle(container.querySelector('footer') ?? container).position
  await expect.element(line()).toHaveTextContent('Hämtat 08:00')
  expect(place()).toBe('static')
  await session.acting.act('prepareInitiative', askSomething)
  await expect.element(line()).toHaveTextContent('Osparat (1)')
  expect(place()).toBe('sticky')
})
