/** Makes somebody from the directory known to the governance, without any role: their mail is how the site finds them. */
import * as v from 'valibot'
import { people } from '#src/lists/organisation.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import { type Done, loadInitiative, loadOrganisation, rolesOf, stamp, type Work } from '../work.ts'

export const knowPersonArgs = v.strictObject({
  person: v.strictObject({ id: shortText, name: shortText }),
  email: v.pipe(shortText, v.email()),
  jobTitle: v.optional(shortText),
  /** The initiative that the person is to have a part in, for whoever may prepare only that. */
  initiative: v.optional(shortText),
})

/** A person who is known already is left as they are. */
export async function knowPerson(work: Work, args: v.InferOutput<typeof knowPersonArgs>): Promise<Done> {
  const [organisation, initiative] = await Promise.all([
    loadOrganisation(work),
    args.initiative === undefined ? undefined : loadInitiative(work, args.initiative),
  ])
  if (!may('prepare', { id: work.me.id, roles: rolesOf(work.me.id, organisation) }, initiative))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.prepare.roles] })
  const known = organisation.people.find(({ person }) => person.id === args.person.id)
  if (known) return { people: [known] }
  const { item } = await work.store.create(people, {
    key: `directory/${args.person.id}`,
    title: args.person.name,
    person: args.person,
    email: args.email,
    ...(args.jobTitle && { jobTitle: args.jobTitle }),
    ...stamp(work),
  })
  return { people: [item] }
}
