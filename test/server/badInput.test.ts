/** Whatever goes wrong on the way in: a Swedish sentence, nothing lost, and once it is put right done exactly once. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { MOST_ROWS } from '#src/actions/needs/importNeeds.ts'
import type { Fault } from '#scripts/tenant/faults.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'
import { type Server, setUpServer } from './server.ts'

let stand: Stand
let server: Server
beforeAll(async () => {
  stand = await setUpStand('city')
  server = await setUpServer(stand)
})
afterAll(async () => {
  await server.close()
  await stand.close()
})
afterEach(() => {
  stand.tenant.control.setFaults([])
  stand.tenant.control.setFlags({ tokenSeconds: 3600 })
})

const TITLE = 'Bildstöd för den som saknar tal'
const aProposal = {
  title: TITLE,
  need: 'Ingen vet hur dagen var.',
  benefit: 'Man bestämmer mer.',
  portfolio: 'pf-avo',
}
const NOT_SIGNED_IN = 'Inloggningen gäller inte längre. Läs in sidan på nytt så loggas du in igen.'
const BUSY = (seconds: number) =>
  `Microsoft 365 är överbelastat just nu. Försök igen om ${seconds} sekunder; inget har gått förlorat.`
const UNAVAILABLE = 'Microsoft 365 svarar inte just nu. Försök igen om en stund; inget har gått förlorat.'

interface Bad {
  says: string
  token?: () => string | Promise<string>
  /** In place of the proposal that is right. */
  args?: unknown
  faults?: () => Fault[]
  status: number
  /** Nothing when it is done all the same. */
  message?: string
}
const rows = (list: 'Initiatives' | 'Trail') => `${stand.site.listIds[list]}/items`
const storm = (fault: Omit<Fault, 'times'>): Fault[] => [{ times: 1000, ...fault }]

const table: Bad[] = [
  { says: 'a wrong token', token: () => 'eyJhbGciOiJub25lIn0.e30.', status: 401, message: NOT_SIGNED_IN },
  {
    says: 'an expired token',
    token: async () => {
      stand.tenant.control.setFlags({ tokenSeconds: -120 })
      const token = await server.tokenOf('employee')
      stand.tenant.control.setFlags({ tokenSeconds: 3600 })
      return token
    },
    status: 401,
    message: NOT_SIGNED_IN,
  },
  {
    says: 'an unknown field',
    args: { ...aProposal, colour: 'röd' },
    status: 422,
    message: 'Rätta följande: colour finns inte att fylla i här.',
  },
  {
    says: 'a title of 256 letters',
    args: { ...aProposal, title: 'å'.repeat(256) },
    status: 422,
    message: 'Rätta följande: Titel får ha högst 255 tecken.',
  },
  {
    says: 'a title of spaces',
    args: { ...aProposal, title: '   ' },
    status: 422,
    message: 'Rätta följande: Titel måste fyllas i.',
  },
  {
    says: 'a body of 50 MB',
    args: { ...aProposal, need: 'x'.repeat(50 * 2 ** 20) },
    status: 422,
    message: 'Rätta följande: det som skickades är för stort.',
  },
  {
    says: 'a storm of 429 at every request',
    faults: () => storm({ match: {}, status: 429, retryAfter: 45 }),
    status: 503,
    message: BUSY(45),
  },
  {
    says: 'a storm of 429 at every write',
    faults: () =>
      storm({ match: { method: 'POST', path: rows('Initiatives') }, status: 429, retryAfter: 45 }),
    status: 503,
    message: BUSY(45),
  },
  {
    says: 'a storm of 429 that begins halfway',
    faults: () => storm({ match: { method: 'POST', path: rows('Trail') }, status: 429, retryAfter: 45 }),
    status: 503,
    message: BUSY(45),
  },
  {
    says: 'a service that is down',
    faults: () => storm({ match: { path: rows('Initiatives') }, status: 503, retryAfter: 120 }),
    status: 503,
    message: BUSY(120),
  },
  {
    says: 'a connection dropped after the commit is mended by the server itself',
    faults: () => [{ match: { method: 'POST', path: rows('Initiatives') }, times: 1, dropAfterCommit: true }],
    status: 200,
  },
  {
    says: 'a connection dropped after the last commit as well',
    faults: () => [{ match: { method: 'POST', path: rows('Trail') }, times: 1, dropAfterCommit: true }],
    status: 200,
  },
]

test.for(table)('$says', async ({ token, args = aProposal, faults, status, message }) => {
  const neighbour = await aNeed(stand, {}, { business: false })
  const key = crypto.randomUUID()
  const good = await server.tokenOf('employee')
  stand.tenant.control.setFaults(faults?.() ?? [])
  const first = await server.ask('proposeNeed', { token: (await token?.()) ?? good, body: { key, args } })
  expect([first.status, first.body.message]).toEqual([status, message])
  stand.tenant.control.setFaults([])
  expect(await stand.store.byKey(initiatives, neighbour.key)).toEqual(neighbour)

  // Put right and asked again under the same key, as the tab's queue does; then once more.
  const right = { token: good, body: { key, args: aProposal } }
  const again = await server.ask('proposeNeed', right)
  expect(again.status).toBe(200)
  expect((await server.ask('proposeNeed', right)).body).toEqual(again.body)
  expect(await stand.store.byKey(initiatives, key)).toMatchObject({
    title: TITLE,
    need: aProposal.need,
    benefit: aProposal.benefit,
  })
  expect(await stand.store.where(trail, { column: 'initiative', value: key })).toHaveLength(1)
})

test('every need that came in above is there once, with a number of its own', async () => {
  const all = (await stand.store.all(initiatives)).filter(({ title }) => title === TITLE)
  expect(all).toHaveLength(table.length)
  expect(new Set(all.map(({ number }) => number)).size).toBe(table.length)
})

test('a storm that passes is waited out: nobody is told of it', async () => {
  const key = crypto.randomUUID()
  const path = rows('Initiatives')
  stand.tenant.control.setFaults([{ match: { method: 'POST', path }, times: 3, status: 429, retryAfter: 1 }])
  const body = { key, args: aProposal }
  const { status } = await server.ask('proposeNeed', { token: await server.tokenOf('employee'), body })
  expect([status, stand.tenant.control.faults()]).toEqual([200, []])
  expect(await stand.store.where(trail, { column: 'initiative', value: key })).toHaveLength(1)
}, 20_000)

describe('two who write, and one who may not', () => {
  const prepare = async (who: Who, body: object) =>
    server.ask('prepareInitiative', { token: await server.tokenOf(who), body })

  test('a missing right is said with who has it, and what was written stands', async () => {
    const { key: initiative } = await aNeed(stand, { comment: 'Som det var' }, { business: false })
    const args = { initiative, changes: { comment: 'Nytt' }, base: { comment: 'Som det var' } }
    const { status, body } = await prepare('employee', { key: 'a', args })
    expect([status, body.message]).toEqual([
      403,
      'Du har inte rätt att göra det här. Det görs av utvecklingsledare, verksamhetsutvecklare, tjänsteförvaltning, projektkontor, avdelningschef och systemförvaltare.',
    ])
    expect((await stand.store.byKey(initiatives, initiative))?.comment).toBe('Som det var')
  })

  test('a stale version is said with whose, both texts are kept, and mine is saved when I choose it', async () => {
    const { key: initiative } = await aNeed(stand, { comment: 'Som det var' }, { business: false })
    const ask = (who: Who, base: string, comment: string) =>
      prepare(who, {
        key: `stale-${comment}`,
        args: { initiative, changes: { comment }, base: { comment: base } },
      })
    expect((await ask('developmentLead', 'Som det var', 'Den första')).status).toBe(200)
    const { status, body } = await ask('otherLead', 'Som det var', 'Den andra')
    expect([status, body.message]).toEqual([
      409,
      `${stand.person('developmentLead').name} ändrade kommentar medan du skrev. Båda texterna visas; välj vilken som ska gälla.`,
    ])
    expect(body.refusals?.[0]?.fields).toEqual([
      expect.objectContaining({ field: 'comment', theirs: 'Den första', mine: 'Den andra' }),
    ])
    expect((await stand.store.byKey(initiatives, initiative))?.comment).toBe('Den första')
    expect((await ask('otherLead', 'Den första', 'Den andra')).status).toBe(200)
  })
})

describe('rows of an import', () => {
  const aRow = (n: number) => ({
    originKey: `nr:${500 + n}`,
    number: String(500 + n),
    title: `Rad ${n}`,
    stage: 'collection',
    state: 'active',
    external: false,
    legal: 'unknown',
    dependsOn: [],
    original: { Nr: String(n) },
  })
  const send = async (who: Who, count: number, from = 1) =>
    server.ask('importNeeds', {
      token: await server.tokenOf(who),
      body: {
        key: `import-${from}`,
        args: {
          portfolio: 'pf-avo',
          batch: 'b',
          rows: Array.from({ length: count }, (_, i) => aRow(from + i)),
        },
      },
    })
  const imported = async () =>
    (await stand.store.all(initiatives)).filter(({ title }) => title.startsWith('Rad ')).length

  test.for<[string, Who, number, number, string]>([
    [
      'of somebody without the right',
      'employee',
      2,
      403,
      'Du har inte rätt att göra det här. Det görs av systemförvaltare.',
    ],
    [
      '10,000 in one request',
      'administrator',
      10_000,
      422,
      'Rätta följande: raderna får vara högst 200 åt gången.',
    ],
  ])('%s: none is saved', async ([, who, count, status, message]) => {
    const { status: answered, body } = await send(who, count)
    expect([answered, body.message]).toEqual([status, message])
    expect(await imported()).toBe(0)
  })

  test('a piece whose connection breaks in the middle is sent again: none lost, none doubled', async () => {
    stand.tenant.control.setFaults([
      { match: { method: 'POST', path: rows('Initiatives') }, times: 1, dropAfterCommit: true },
    ])
    const first = await send('administrator', MOST_ROWS)
    stand.tenant.control.setFaults([])
    expect([first.status, first.body.message]).toEqual([503, UNAVAILABLE])
    expect((await send('administrator', MOST_ROWS)).status).toBe(200)
    expect(await imported()).toBe(MOST_ROWS)
  })
})
