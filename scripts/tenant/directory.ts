/** The people, groups and applications of the tenant, as kept in the store. */
import type { JWK } from 'jose'
import type { AppRegistration, DirectoryPerson, TenantOptions } from './options.ts'
import type { Store } from './store.ts'

/** Adds and updates; never removes what a file already has. */
export function seedDirectory(store: Store, options: TenantOptions): void {
  kept.delete(store)
  store.together(() => {
    for (const person of options.people) {
      store.run(
        'INSERT INTO people (id, upn, json) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET upn = excluded.upn, json = excluded.json',
        person.id,
        person.userPrincipalName,
        JSON.stringify(person),
      )
    }
    seedCrowd(store, options.crowd)
    for (const group of options.groups) {
      store.run(
        'INSERT INTO groups (id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name',
        group.id,
        group.displayName,
      )
      for (const member of group.members) {
        store.run('INSERT OR IGNORE INTO members (group_id, person_id) VALUES (?, ?)', group.id, member)
      }
    }
    for (const app of options.apps) {
      store.run(
        'INSERT INTO apps (id, json) VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
        app.clientId,
        JSON.stringify(app),
      )
    }
  })
}

/** Those who only fill the directory, made once: thousands of them would slow every start. */
function seedCrowd(store: Store, crowd: TenantOptions['crowd']): void {
  if (!crowd || store.get("SELECT 1 FROM meta WHERE key = 'crowd' AND value = ?", crowd.version)) return
  const people = crowd.people()
  // One statement for all: thousands of them would take seconds on a busy machine.
  store.run(
    `INSERT OR REPLACE INTO people (id, upn, json)
     SELECT value ->> 'id', value ->> 'userPrincipalName', value FROM json_each(?)`,
    JSON.stringify(people.map(({ groups: _groups, ...person }) => ({ ...person, crowd: true }))),
  )
  store.run(
    'INSERT OR IGNORE INTO members (group_id, person_id) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    JSON.stringify(people.flatMap(({ id, groups }) => groups.map((group) => [group, id]))),
  )
  store.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('crowd', ?)", crowd.version)
}

/** By object id or by user principal name, as Graph takes both. */
export function findPerson(store: Store, idOrName: string): DirectoryPerson | undefined {
  const row = store.get<{ json: string }>(
    'SELECT json FROM people WHERE id = ? OR upn = ?',
    idOrName.toLowerCase(),
    idOrName,
  )
  return row && (JSON.parse(row.json) as DirectoryPerson)
}

const kept = new WeakMap<Store, DirectoryPerson[]>()

/** By display name. Kept, as thousands of them take time to read. */
export function allPeople(store: Store): DirectoryPerson[] {
  const people =
    kept.get(store) ??
    store
      .all<{ json: string }>('SELECT json FROM people ORDER BY json ->> ?', '$.displayName')
      .map(({ json }) => JSON.parse(json) as DirectoryPerson)
  kept.set(store, people)
  return people
}

export function findGroup(store: Store, id: string): { id: string; name: string } | undefined {
  return store.get('SELECT id, name FROM groups WHERE id = ?', id.toLowerCase())
}

export function groupMembers(store: Store, id: string): DirectoryPerson[] {
  return store
    .all<{ json: string }>(
      'SELECT json FROM members JOIN people ON people.id = person_id WHERE group_id = ? ORDER BY people.id',
      id.toLowerCase(),
    )
    .map(({ json }) => JSON.parse(json) as DirectoryPerson)
}

export function groupsOf(store: Store, personId: string): { id: string; name: string }[] {
  return store.all(
    'SELECT id, name FROM members JOIN groups ON groups.id = group_id WHERE person_id = ? ORDER BY name',
    personId,
  )
}

export type StoredApp = AppRegistration & { certificates?: JWK[] }

export function findApp(store: Store, clientId: string): StoredApp | undefined {
  const row = store.get<{ json: string }>('SELECT json FROM apps WHERE id = ?', clientId.toLowerCase())
  return row && (JSON.parse(row.json) as StoredApp)
}
