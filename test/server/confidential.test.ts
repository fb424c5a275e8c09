/** What is confidential, over HTTP and on the timer: the groups in the token decide who it is there for. */
import { importJWK, SignJWT } from 'jose'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { keepApplying } from '#bots/timer.ts'
import { installation } from '#scripts/demo/installation.ts'
import { makeKey } from '#scripts/tenant/tokens.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, TODAY } from '#test/fixtures/stand.ts'
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

const TITLE = 'Upphandling av larmcentral Omega'
const asked = (args: object) => ({ key: crypto.randomUUID(), args })
const marking = (initiative: string) => asked({ initiative, basis: '19 kap. 3 §', reason: 'Upphandling' })
const commenting = (initiative: string) =>
  asked({ initiative, changes: { comment: 'x' }, base: { comment: null } })
/** The development lead's own token, with other groups in it than the tenant would put there. */
async function leadIn(groups: unknown) {
  const jwk = makeKey('signing-key')
  const { id, name } = stand.person('developmentLead')
  const claims = { tid: installation.tenantId, oid: id, scp: 'access_as_user', name, groups }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' })
    .setIssuer(`${stand.origin}/${installation.tenantId}/v2.0`)
    .setAudience(installation.apps.samstyr)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(jwk, 'RS256'))
}

test('who is in the group marks and goes on working; nobody else is told more than of what never was', async () => {
  const { key } = await aNeed(stand, { title: TITLE })
  const lead = await server.tokenOf('developmentLead')
  expect((await server.ask('markConfidential', { token: lead, body: marking(key) })).status).toBe(200)
  expect((await server.ask('prepareInitiative', { token: lead, body: commenting(key) })).status).toBe(200)
  const token = await server.tokenOf('nursingManager')
  const there = await server.ask('prepareInitiative', { token, body: commenting(key) })
  const nowhere = await server.ask('prepareInitiative', { token, body: commenting('nowhere') })
  expect([there.status, there.body.message]).toEqual([404, nowhere.body.message])
  expect(JSON.stringify(there.body)).not.toContain('Omega')
})

test.for([
  { says: 'no groups', groups: undefined },
  { says: 'another group', groups: [installation.staffGroupId] },
  { says: 'too many groups to name them', groups: 'src1' },
])('a token with $says is of nobody in the group', async ({ groups }) => {
  const { key } = await aNeed(stand, { title: TITLE })
  await stand.act('developmentLead', 'markConfidential', marking(key).args as never)
  const token = await leadIn(groups)
  expect((await server.ask('prepareInitiative', { token, body: commenting(key) })).status).toBe(404)
  const open = await aNeed(stand)
  const { status, body } = await server.ask('markConfidential', { token, body: marking(open.key) })
  expect([status, body.refusals?.map(({ why }) => why)]).toEqual([422, ['notInConfidentialGroup']])
})

test('a need sent again that has been marked since is answered as one that is not there', async () => {
  const key = crypto.randomUUID()
  const token = await server.tokenOf('employee')
  const args = { title: TITLE, need: 'Larmet', benefit: 'Lugn', unit: 'u-avo-ht' }
  expect((await server.ask('proposeNeed', { token, body: { key, args } })).status).toBe(200)
  await stand.act('developmentLead', 'markConfidential', marking(key).args as never)
  const { status, body } = await server.ask('proposeNeed', { token, body: { key, args } })
  expect([status, body.refusals?.map(({ why }) => why)]).toEqual([404, ['notFound']])
})

test('what would name it on an agenda is refused by its number', async () => {
  const need = await aNeed(stand, { title: TITLE })
  await stand.act('developmentLead', 'markConfidential', marking(need.key).args as never)
  const item = {
    key: crypto.randomUUID(),
    title: 'Ärende',
    forum: { key: 'f-pf', title: 'Prioriteringsforum' },
    state: 'backlog' as const,
    kind: 'gate' as const,
    source: 'gate' as const,
    initiative: { key: need.key, title: TITLE },
  }
  await expect(stand.store.create(agendaItems, item)).rejects.toMatchObject({ message: need.number })
})

test('the timer ends a mark that a process did not live to end', async () => {
  const { key } = await aNeed(stand)
  const { store } = killedAt(stand, 3, { sent: false })
  const dying = runAction(stand.work('developmentLead', { store }), 'markConfidential', marking(key).args)
  await expect(dying).rejects.toThrow()
  const stop = keepApplying({
    graph: stand.graphAs('server'),
    site: stand.site,
    today: async () => TODAY,
    logger: pino({ level: 'silent' }),
  })
  await expect.poll(() => stand.storeAs('employee').byKey(initiatives, key)).toBeUndefined()
  stop()
  expect(await stand.storeAs('developmentLead').byKey(initiatives, key)).toMatchObject({ confidential: true })
})
