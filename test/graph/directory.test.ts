/** Searching the directory as a person does: by the beginning of names, with no more rights than that takes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isNoRight } from '#src/graph/errors.ts'
import { addressesOf, searchPeople } from '#src/graph/directory.ts'
import { demoInstallation, entraIdOf, installation } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  const { crowd } = demoInstallation(':memory:', { withCrowd: true })
  stand = await setUpStand('empty', (options) => ({ ...options, ...(crowd && { crowd }) }))
})
afterAll(() => stand.close())

const search = (text: string) => searchPeople(stand.graphAs('employee'), text)

describe('among five thousand', () => {
  test.for([
    { says: 'a whole name', text: 'Marianne Ekelöv-Dahl' },
    { says: 'beginnings of names, in any order', text: 'ekel mari' },
    { says: 'a name without its accents', text: 'ekelov' },
    { says: 'the beginning of a mail', text: 'marianne.ekelov' },
    { says: 'extra spaces', text: '  marianne   ekelöv ' },
  ])('a person is found by $says', async ({ text }) => {
    expect(await search(text)).toMatchObject([
      {
        id: entraIdOf('p-001'),
        name: 'Marianne Ekelöv-Dahl',
        email: 'marianne.ekelov-dahl@example.org',
      },
    ])
  })

  test('a common name gives twenty, those whose first name it is before others', async () => {
    const hits = await search('ali')
    expect(hits).toHaveLength(20)
    const firsts = hits.map(({ name }) => name.startsWith('Ali'))
    expect(firsts).toEqual(firsts.toSorted((a, b) => Number(b) - Number(a)))
    expect(firsts).toContain(true)
  })

  test('post and unit stay unsaid, since the basic right does not show them', async () => {
    const [hit] = await search('Marianne Ekelöv')
    expect([hit?.jobTitle, hit?.department]).toEqual(['', ''])
  })

  test.for(['', 'a', ' x '])('%j is too little to ask about', async (text) => {
    expect(await stand.requestsOf(() => search(text))).toBe(0)
    expect(await search(text)).toEqual([])
  })

  test.for(['a" OR "mail:a', String.raw`zz\"`, "o'brien & co #1+2"])(
    '%j is a text and no query',
    async (text) => {
      expect(await search(text)).toEqual([])
    },
  )
})

test('who may read whole profiles is told post and unit too', async () => {
  const full = await setUpStand('empty', (options) => ({
    ...options,
    apps: options.apps.map((app) =>
      app.clientId === installation.apps.samstyr
        ? { ...app, delegatedPermissions: [...app.delegatedPermissions, 'User.Read.All'] }
        : app,
    ),
  }))
  const [hit] = await searchPeople(full.graphAs('employee'), 'Marianne Ekelöv')
  expect(hit).toMatchObject({ jobTitle: 'Förvaltningsdirektör' })
  expect(hit?.department).not.toBe('')
  await full.close()
})

test('the server, which has no such right, is refused', async () => {
  const refused = await searchPeople(stand.graphAs('server'), 'Anna').catch((error: unknown) => error)
  expect(isNoRight(refused)).toBe(true)
})

test('addresses come in the order asked, and whoever is not in the directory is missing', async () => {
  const gone = { id: '99999999-9999-4999-8999-999999999999', name: 'Slutat' }
  const [manager, director] = [stand.person('homeCareManager'), stand.person('director')]
  const { addresses, missing } = await addressesOf(stand.graphAs('employee'), [manager, gone, director])
  expect(addresses.map(({ name }) => name)).toEqual([manager.name, director.name])
  for (const { email } of addresses) expect(email).toMatch(/@example\.org$/)
  expect(missing).toEqual([gone])
})

test('of more than twenty people none is left out', async () => {
  const people = Array.from({ length: 45 }, () => stand.person('director'))
  expect((await addressesOf(stand.graphAs('employee'), people)).addresses).toHaveLength(45)
})
