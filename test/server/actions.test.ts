/** Actions over HTTP: who is let in, what is told, and nothing done for anybody else. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { installation } from '#scripts/demo/installation.ts'
import { makeKey } from '#scripts/tenant/tokens.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { type Server, setUpServer } from './server.ts'

let stand: Stand
let server: Server
beforeAll(async () => {
  // Made ready for this test alone, in memory: then its key is the one of this process.
  stand = await setUpStand('city', (options) => options)
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

const NOT_SIGNED_IN = 'Inloggningen gäller inte längre. Läs in sidan på nytt så loggas du in igen.'
const BP1 = (initiative: string, key = crypto.randomUUID()) => ({
  key,
  args: { initiative, gate: 'BP1', outcome: 'goOn', wording: 'Går vidare.' },
})
const { samstyr } = installation.apps

/** A token with whatever claims, signed by the tenant's own key unless another is given. */
async function signed(changes: JWTPayload, key?: CryptoKey) {
  const jwk = makeKey('signing-key')
  const claims = {
    iss: `${stand.origin}/${installation.tenantId}/v2.0`,
    aud: samstyr,
    tid: installation.tenantId,
    oid: stand.person('homeCareManager').id,
    scp: 'access_as_user',
    name: 'Anders',
    ...changes,
  }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' })
    .setIssuedAt()
    .setExpirationTime(changes.exp ?? '1h')
    .sign(key ?? (await importJWK(jwk, 'RS256')))
}
const unsigned = (claims: object) =>
  [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')

describe('who asks', () => {
  test('the control: a token that is right in everything is let in', async () => {
    const { key } = await aNeed(stand)
    const { status, body } = await server.ask('decideGate', { token: await signed({}), body: BP1(key) })
    expect([status, body.done?.initiatives?.map(({ stage }) => stage)]).toEqual([200, ['screening']])
  })

  test.for<[string, () => string | undefined | Promise<string>]>([
    ['no token', () => undefined],
    ['something that is no token', () => 'garbage'],
    ['a token for Microsoft Graph', () => signed({ aud: 'https://graph.microsoft.com' })],
    [
      'the real Graph token of the tab',
      async () =>
        (
          await stand.tenant.control.personToken(
            {
              clientId: samstyr,
              oid: stand.person('homeCareManager').id,
              scopes: ['Sites.Selected'],
            },
            stand.origin,
          )
        ).access_token,
    ],
    [
      'the token of the server’s own application',
      async () =>
        (await stand.tenant.control.appToken({ clientId: installation.apps.server }, stand.origin)).token,
    ],
    ['an application that asks as nobody', () => signed({ scp: undefined, roles: ['access_as_user'] })],
    ['a token that has expired', () => signed({ exp: Math.floor(Date.now() / 1000) - 120 })],
    ['a token signed by another key', async () => signed({}, (await generateKeyPair('RS256')).privateKey)],
    ['an unsigned token', () => `${unsigned({ oid: 'x', scp: 'access_as_user', aud: samstyr })}.`],
    ['a token of another tenant', () => signed({ tid: crypto.randomUUID() })],
    ['a token of another issuer', () => signed({ iss: `${stand.origin}/${crypto.randomUUID()}/v2.0` })],
    ['a token without our scope', () => signed({ scp: 'User.Read openid' })],
    ['a token of nobody', () => signed({ oid: undefined })],
  ])('%s is not let in, and is told in Swedish', async ([, token]) => {
    const { key } = await aNeed(stand, {}, { business: false })
    const { status, body } = await server.ask('decideGate', { token: await token(), body: BP1(key) })
    expect([status, body.message]).toEqual([401, NOT_SIGNED_IN])
    expect(body.refusals).toEqual([{ why: 'notSignedIn' }])
    expect((await asItStands(stand, key)).decisions).toEqual([])
  })

  test('a token that expires is let in before and not after', async () => {
    stand.tenant.control.setFlags({ tokenSeconds: -120 })
    const { status } = await server.ask('decideGate', {
      token: await server.tokenOf('homeCareManager'),
      body: BP1('x'),
    })
    expect(status).toBe(401)
    stand.tenant.control.setFlags({ tokenSeconds: 3600 })
    const again = await server.ask('decideGate', {
      token: await server.tokenOf('homeCareManager'),
      body: BP1('x'),
    })
    expect(again.status).toBe(404)
  })

  test.for([
    { says: 'answers with an error page', status: 503, text: '<html>' },
    { says: 'answers with something else', status: 200, text: '{}' },
  ])('a key service that $says is our trouble, not the person’s', async ({ status, text }) => {
    const broken = createServer((_request, response) => {
      response.writeHead(status).end(text)
    })
    await new Promise<void>((listening) => void broken.listen(0, '127.0.0.1', listening))
    const authority = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`
    const beside = await setUpServer(stand, { AUTHORITY: authority })
    const answer = await beside.ask('decideGate', { token: await signed({}), body: BP1('x') })
    expect([answer.status, answer.body.refusals?.[0]?.why]).toEqual([503, 'unavailable'])
    await beside.close()
    await new Promise((closed) => broken.close(closed))
  })

  test('a person decides as themselves, whoever the body says they are', async () => {
    const { key } = await aNeed(stand)
    const body = { ...BP1(key), me: stand.person('homeCareManager'), today: '2031-01-01' }
    const { status, body: answer } = await server.ask('decideGate', {
      token: await server.tokenOf('employee'),
      body,
    })
    expect([status, answer.refusals?.[0]?.why]).toEqual([403, 'notYourMandate'])
    expect(answer.message).toBe(
      `BP1 beslutas av Avdelningschef Hemtjänst (${stand.person('homeCareManager').name}).`,
    )
  })
})

describe('what is asked', () => {
  const asManager = async (name: string, body: unknown, headers = {}) =>
    server.ask(name, { token: await server.tokenOf('homeCareManager'), body, headers })

  test.for<[string, string, unknown, number, string]>([
    [
      'an unknown action',
      'dropTables',
      BP1('x'),
      404,
      'Appen och servern är av olika version. Läs in sidan på nytt.',
    ],
    [
      'a name of the language',
      'constructor',
      BP1('x'),
      404,
      'Appen och servern är av olika version. Läs in sidan på nytt.',
    ],
    [
      'a need that is not there',
      'decideGate',
      BP1('x'),
      404,
      'Det du söker finns inte längre, eller så får du inte se det.',
    ],
    ['broken JSON', 'decideGate', '{"key":', 422, 'Rätta följande: '],
    ['too large a body', 'decideGate', { key: 'k', args: 'x'.repeat(5_000_000) }, 422, 'Rätta följande: '],
    ['no body', 'decideGate', '', 422, 'Rätta följande: '],
    ['no key', 'decideGate', { args: {} }, 422, 'Rätta följande: '],
    ['too long a key', 'decideGate', { ...BP1('x'), key: 'k'.repeat(201) }, 422, 'Rätta följande: '],
    ['a list', 'decideGate', [], 422, 'Rätta följande: '],
    [
      'an unknown gate',
      'decideGate',
      { key: 'k', args: { ...BP1('x').args, gate: 'BP9' } },
      422,
      'Rätta följande: ',
    ],
    [
      'an unknown field',
      'decideGate',
      { key: 'k', args: { ...BP1('x').args, stage: 'ready' } },
      422,
      'Rätta följande: Steg finns inte att fylla i här.',
    ],
    [
      'too long a text',
      'decideGate',
      { key: 'k', args: { ...BP1('x').args, wording: 'å'.repeat(63_001) } },
      422,
      'Rätta följande: ',
    ],
  ])('%s is answered with a Swedish sentence', async ([, name, body, expected, sentence]) => {
    const { status, body: answer } = await asManager(name, body)
    expect(status).toBe(expected)
    expect(answer.message.startsWith(sentence)).toBe(true)
    expect(answer.message).toMatch(/^[A-ZÅÄÖ].*\.$/)
    expect(answer.message).not.toMatch(/undefined|\[object|Error|at .*:\d+/)
  })

  test('a form instead of JSON is not taken', async () => {
    const { status } = await asManager('decideGate', 'key=x', { 'content-type': 'text/plain' })
    expect(status).toBe(422)
  })

  test('whoever reads English is answered in English', async () => {
    const { body } = await asManager('decideGate', BP1('x'), { 'accept-language': 'en-GB,en;q=0.9' })
    expect(body.message).toMatch(/^What you are looking for/)
  })

  test('the versions that the person saw are checked', async () => {
    const { key } = await aNeed(stand, { changedBy: stand.person('developmentLead') })
    const { status, body } = await asManager('decideGate', { ...BP1(key), seen: { [key]: '"old"' } })
    expect([status, body.refusals?.[0]?.why]).toEqual([409, 'changedByOther'])
    expect(body.message).toContain(stand.person('developmentLead').name)
  })

  test('asked twice is done once and answered alike', async () => {
    const { key } = await aNeed(stand)
    const body = BP1(key)
    const first = await asManager('decideGate', body)
    const second = await asManager('decideGate', body)
    expect([second.status, second.body]).toEqual([200, first.body])
    expect((await asItStands(stand, key)).decisions).toHaveLength(1)
  })

  test('the business day is the server’s own', async () => {
    const { key } = await aNeed(stand)
    stand.tenant.control.setToday(installation.siteId, '2024-11-05')
    await asManager('decideGate', BP1(key))
    stand.tenant.control.setToday(installation.siteId, installation.today)
    expect((await asItStands(stand, key)).decisions[0]?.decidedOn).toBe('2024-11-05')
  })
})

describe('when Microsoft Graph is in trouble', () => {
  const lists = () => `${stand.site.listIds.Initiatives}/items`

  test.for([
    { says: 'throttles the batch', path: () => '\\$batch$', status: 429 },
    { says: 'throttles inside a batch', path: () => `${stand.site.listIds.Units}/items`, status: 429 },
    { says: 'throttles a read', path: lists, status: 429 },
    { says: 'is unavailable', path: lists, status: 503 },
  ])('and $says, the person is told when to come back', async ({ path, status }) => {
    const { key } = await aNeed(stand)
    stand.tenant.control.setFaults([{ match: { path: path() }, times: 9, status, retryAfter: 40 }])
    const answer = await server.ask('decideGate', {
      token: await server.tokenOf('homeCareManager'),
      body: BP1(key),
    })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '40'])
    expect(answer.body.refusals).toEqual([{ why: 'busy', seconds: 40 }])
    expect(answer.body.message).toContain('40')
    stand.tenant.control.setFaults([])
    expect((await asItStands(stand, key)).decisions).toEqual([])
  })

  test('and the connection breaks, it may be asked again and is done once', async () => {
    const { key } = await aNeed(stand)
    const token = await server.tokenOf('homeCareManager')
    const body = BP1(key)
    stand.tenant.control.setFaults([{ match: { method: 'PATCH' }, times: 1, dropAfterCommit: true }])
    const first = await server.ask('decideGate', { token, body })
    expect([first.status, first.body.refusals?.[0]?.why]).toEqual([503, 'unavailable'])
    expect((await server.ask('decideGate', { token, body })).status).toBe(200)
    const now = await asItStands(stand, key)
    expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['screening', 1, 1])
  })

  test('and the server has lost its right, it says whom to ask', async () => {
    stand.tenant.control.setFaults([{ match: { path: lists() }, times: 1, status: 403 }])
    const answer = await server.ask('decideGate', {
      token: await server.tokenOf('homeCareManager'),
      body: BP1('x'),
    })
    expect([answer.status, answer.body.refusals?.[0]?.why]).toEqual([500, 'noRight'])
  })

  test('and a person that the site has not met is written all the same', async () => {
    const { key } = await aNeed(stand)
    const changes = { contact: stand.person('nursingManager') }
    const { status } = await server.ask('prepareInitiative', {
      token: await server.tokenOf('developmentLead'),
      body: {
        key: 'p',
        args: { initiative: key, changes, base: { contact: stand.person('homeCareManager') } },
      },
    })
    expect(status).toBe(200)
    expect((await stand.store.byKey(initiatives, key))?.contact).toEqual(changes.contact)
  })
})
