/** The rules are the only way in: what anybody can do with a script and their own token. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisions, trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { mandates } from '#src/lists/organisation.ts'
import { encode } from '#src/lists/list.ts'
import { GraphError } from '#src/graph/errors.ts'
import { installation } from '#scripts/demo/installation.ts'
import { aDecision } from '#test/fixtures/initiatives.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'

const otherSite =
  'sundhamn.sharepoint.com,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city', (options) => {
    const [site] = options.sites
    if (!site) throw new Error('no site')
    const other = { ...site, id: otherSite, name: 'other', path: '/sites/other', grants: [] }
    return { ...options, sites: [site, other] }
  })
})
afterAll(() => stand.close())

const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (error: unknown) => (error instanceof GraphError ? error.status : error),
  )
const itemsOf = (list: List) => `/sites/${stand.site.id}/lists/${stand.site.listIds[list.name]}/items`

describe.for<Who>(['employee', 'homeCareManager', 'director'])(
  'with a script and their own token the %s',
  (who) => {
    test('writes no decision', async () => {
      const { key, title } = await aNeed(stand)
      const { id: _, version: __, ...draft } = aDecision({ number: '2024-0666' })
      const fields = encode(decisions, { ...draft, claim: `${key}/BP1/1/-`, initiative: { key, title } })
      const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
      const graph = stand.graphAs(who)
      expect(
        await statusOf(graph({ method: 'POST', path: itemsOf(decisions), body: { fields: filled } })),
      ).toBe(403)
      const call = { id: '0', method: 'POST', url: itemsOf(decisions), body: { fields: filled } }
      const requests = [{ ...call, headers: { 'Content-Type': 'application/json' } }]
      const { responses } = await graph<{ responses: { status: number }[] }>({
        method: 'POST',
        path: '/$batch',
        body: { requests },
      })
      expect(responses.map(({ status }) => status)).toEqual([403])
      expect((await asItStands(stand, key)).decisions).toEqual([])
      // The same row is taken from the server: it was the right that was missing, not the row that was wrong.
      expect(
        await statusOf(
          stand.graphAs('server')({ method: 'POST', path: itemsOf(decisions), body: { fields: filled } }),
        ),
      ).toBe(200)
      const made = (await asItStands(stand, key)).decisions[0]
      const own = { method: 'DELETE', path: `${itemsOf(decisions)}/${made?.id}` } as const
      expect(await statusOf(graph(own))).toBe(403)
      await stand.graphAs('server')(own)
    })

    test('moves no need to another stage', async () => {
      const { id, key } = await aNeed(stand)
      const change = {
        method: 'PATCH',
        path: `${itemsOf(initiatives)}/${id}/fields`,
        body: { Stage: 'Genomförande' },
      } as const
      expect(await statusOf(stand.graphAs(who)(change))).toBe(403)
      expect((await asItStands(stand, key)).initiative.stage).toBe('collection')
    })

    test('leaves no trail, and takes none away', async () => {
      const { key, title } = await aNeed(stand)
      const entry = {
        key: `${key}-${who}`,
        title: 'x',
        initiative: { key, title },
        kind: 'stage' as const,
        day: '2024-10-01',
        person: stand.person(who),
      }
      const filled = Object.entries(encode(trail, entry)).filter(([, value]) => value !== null)
      const body = { fields: Object.fromEntries(filled) }
      expect(await statusOf(stand.graphAs(who)({ method: 'POST', path: itemsOf(trail), body }))).toBe(403)
      const { item } = await stand.store.create(trail, entry)
      const path = `${itemsOf(trail)}/${item.id}`
      expect(await statusOf(stand.graphAs(who)({ method: 'DELETE', path }))).toBe(403)
      expect(await statusOf(stand.storeAs(who).change(trail, item, { to: 'Avslutat' }))).toBe(403)
    })

    test('gives themselves no mandate, and changes no list', async () => {
      const [mandate] = await stand.store.all(mandates)
      const taken = stand
        .storeAs(who)
        .change(mandates, mandate ?? expect.fail(), { holder: stand.person(who) })
      expect(await statusOf(taken)).toBe(403)
      const columns = `/sites/${stand.site.id}/lists/${stand.site.listIds.Decisions}/columns`
      const column = { name: 'Back', displayName: 'Back', text: {} }
      expect(await statusOf(stand.graphAs(who)({ method: 'POST', path: columns, body: column }))).toBe(403)
    })

    test('reads everything', async () => {
      const { key } = await aNeed(stand)
      expect((await stand.storeAs(who).byKey(initiatives, key))?.key).toBe(key)
      expect((await stand.storeAs(who).all(mandates)).length).toBeGreaterThan(0)
    })
  },
)

describe('an owner of the site', () => {
  test('writes no row through the tab’s application, whose grant is to read', async () => {
    const { id } = await aNeed(stand)
    const change = {
      method: 'PATCH',
      path: `${itemsOf(initiatives)}/${id}/fields`,
      body: { Stage: 'Genomförande' },
    } as const
    expect(await statusOf(stand.graphAs('administrator')(change))).toBe(403)
  })

  test('is excepted where an application was granted more: then it is their own right that decides', async () => {
    const { id } = await aNeed(stand)
    const as = async (who: Who) => {
      const clientId = installation.apps.provisioning
      const asked = { clientId, oid: stand.person(who).id, scopes: ['Sites.Selected'] }
      return (await stand.tenant.control.personToken(asked)).access_token
    }
    const write = async (who: Who) =>
      (
        await fetch(`${stand.origin}/v1.0${itemsOf(initiatives)}/${id}/fields`, {
          method: 'PATCH',
          headers: { authorization: `Bearer ${await as(who)}`, 'content-type': 'application/json' },
          body: JSON.stringify({ Comment: 'Skrivet av en ägare' }),
        })
      ).status
    expect([await write('employee'), await write('director'), await write('administrator')]).toEqual([
      403, 403, 200,
    ])
  })
})

describe('the server', () => {
  test('works on the one site and no other', async () => {
    const graph = stand.graphAs('server')
    expect(await statusOf(graph({ path: `/sites/${installation.siteId}/lists` }))).toBe(200)
    expect(await statusOf(graph({ path: `/sites/${otherSite}/lists` }))).toBe(403)
    expect(await statusOf(graph({ path: `/sites/${otherSite}` }))).toBe(403)
    const list = { displayName: 'X', list: { template: 'genericList' } }
    expect(await statusOf(graph({ method: 'POST', path: `/sites/${otherSite}/lists`, body: list }))).toBe(403)
  })

  test('writes rows, but makes no lists and gives nobody a right', async () => {
    const graph = stand.graphAs('server')
    const list = { displayName: 'X', list: { template: 'genericList' } }
    const path = `/sites/${installation.siteId}`
    expect(await statusOf(graph({ method: 'POST', path: `${path}/lists`, body: list }))).toBe(403)
    expect(
      await statusOf(
        graph({
          method: 'POST',
          path: `${path}/permissions`,
          body: {
            roles: ['write'],
            grantedToIdentities: [{ application: { id: installation.apps.samstyr, displayName: 'x' } }],
          },
        }),
      ),
    ).toBe(403)
  })

  test('is not stood in for by the tab’s application, which may only read', async () => {
    const other = await stand.tenant.control.appToken({ clientId: installation.apps.samstyr })
    const { id } = await aNeed(stand)
    const response = await fetch(`${stand.origin}/v1.0${itemsOf(initiatives)}/${id}/fields`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${other.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Stage: 'Genomförande' }),
    })
    expect(response.status).toBe(403)
  })
})
