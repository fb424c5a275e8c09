/** Somebody of the directory whom neither the governance nor the site knows is made project manager in one step. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchPeople } from '#src/graph/directory.ts'
import { fillPeople } from '#src/graph/fillPeople.ts'
import { readSiteUsers } from '#src/graph/people.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { people } from '#src/lists/organisation.ts'
import { demoInstallation, installation } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

const options = demoInstallation(':memory:', { withCrowd: true })
const stranger = options.crowd?.people().find(({ groups }) => groups.includes(installation.staffGroupId))
if (!stranger) throw new Error('The directory is empty')

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city', () => options)
})
afterAll(() => stand.close())

/** Whom SharePoint's own views show as project manager of the only initiative. */
async function shownManager(): Promise<string | undefined> {
  const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.Initiatives}/items?$expand=fields($select=Key,ProjectManagerLookupId)`
  const page = await stand.graphAs('server')<{ value: { fields: Record<string, string> }[] }>({ path })
  return page.value[0]?.fields['ProjectManagerLookupId']
}

const fill = async () => {
  const graph = stand.graphAs('server')
  const { siteUserId } = await readSiteUsers(graph, stand.site)
  return fillPeople({ graph, site: stand.site, lists: [initiatives], siteUserId })
}

async function visitTheSite() {
  stand.tenant.control.setFlags({ readingAddsToUserList: true })
  const asked = {
    clientId: stand.environment.CLIENT_ID ?? '',
    oid: stranger?.id ?? '',
    scopes: ['Sites.Selected'],
  }
  const { access_token } = await stand.tenant.control.personToken(asked, stand.origin)
  await fetch(`${stand.origin}/v1.0/sites/${stand.site.id}/lists`, {
    headers: { authorization: `Bearer ${access_token}` },
  })
}

test('found by name, named, known without a role; shown by SharePoint once it has met them', async () => {
  const portfolio = 'pf-avo'
  const { initiatives: made } = await stand.act('employee', 'proposeNeed', {
    portfolio,
    title: 'Digitala lås',
    need: 'Nycklar kommer bort',
    benefit: 'Färre resor',
  })
  const initiative = made?.[0]
  if (!initiative) throw new Error('There is no initiative')

  const hits = await searchPeople(stand.graphAs('developmentLead'), stranger.displayName)
  const hit = hits.find(({ id }) => id === stranger.id)
  expect(hit).toMatchObject({ name: stranger.displayName, email: stranger.mail })
  const person = { id: stranger.id, name: stranger.displayName }
  await stand.act('developmentLead', 'knowPerson', { person, email: hit?.email ?? '' })
  await stand.act('developmentLead', 'prepareInitiative', {
    initiative: initiative.key,
    changes: { projectManager: person },
    base: { projectManager: null },
  })

  expect(await stand.store.byKey(initiatives, initiative.key)).toMatchObject({ projectManager: person })
  const row = (await stand.store.all(people)).find((one) => one.person.id === stranger.id)
  expect(row?.roles).toBeUndefined()
  await fill()
  expect(await shownManager()).toBeUndefined()
  await visitTheSite()
  await fill()
  expect(await shownManager()).toBeDefined()
})
