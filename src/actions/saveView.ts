/** Keeps a view of the portfolio under a name: one's own, or shared with everyone. Out of use it is archived, not deleted. */
import * as v from 'valibot'
import { views, type View } from '#src/lists/views.ts'
import { mayChangeView } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from './schemas.ts'
import { type Done, loadOrganisation, rolesOf, stamp, type Work } from './work.ts'

/** The page with its query. Never another place: a link that somebody shares must not lead out of the product. */
const address = v.pipe(v.string(), v.maxLength(4000), v.regex(/^\/portfolio(\?[^\s#]*)?$/))

export const saveViewArgs = v.strictObject({
  view: shortText,
  title: shortText,
  shared: v.boolean(),
  address,
  archived: v.optional(v.boolean(), false),
})

export async function saveView(
  work: Work,
  { view: key, ...values }: v.InferOutput<typeof saveViewArgs>,
): Promise<Done> {
  const there = await work.store.byKey(views, key)
  if (!there) {
    const { item } = await work.store.create(views, { key, owner: work.me, ...values, ...stamp(work) })
    return { views: [item] }
  }
  const roles = rolesOf(work.me.id, await loadOrganisation(work))
  if (!mayChangeView({ id: work.me.id, roles }, there))
    throw new Refused({ why: 'notYourTask', roles: ['administrator'] })
  const stands = (Object.keys(values) as (keyof typeof values)[]).every(
    (name) => (there[name] ?? false) === values[name],
  )
  return { views: [stands ? there : await change(work, there, values)] }
}

const change = (work: Work, there: View, values: object) =>
  work.store.change(
    views,
    { id: there.id, version: work.seen[there.key] ?? there.version },
    { ...values, ...stamp(work) },
  )
