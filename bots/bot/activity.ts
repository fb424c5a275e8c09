/** What of an activity from Teams is used, checked for its shape; who it is from and where, once its token has been verified. */
import * as v from 'valibot'
import type { Person } from '#src/lists/columns.ts'
import type { Language } from '#bots/messages/messages.ts'
import { localeOf } from '#src/text/words.ts'

const MOST_NAME = 100
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000))
const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i))
const account = v.object({ id, name: v.optional(v.string()), aadObjectId: v.optional(guid) })

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
export const activityShape = v.object({
  /** Teams tells of many things that nobody here asks about, such as reactions. */
  type: v.pipe(v.string(), v.nonEmpty(), v.maxLength(50)),
  id: v.optional(id),
  name: v.optional(v.string()),
  channelId: v.literal('msteams'),
  serviceUrl: v.pipe(v.string(), v.url(), v.maxLength(500)),
  from: v.object({ ...account.entries, tenantId: v.optional(v.string()) }),
  recipient: v.object({ id }),
  conversation: v.object({
    id,
    conversationType: v.optional(v.string()),
    tenantId: v.optional(v.string()),
  }),
  channelData: v.optional(
    v.object({
      tenant: v.optional(v.object({ id: v.string() })),
      team: v.optional(v.object({ id: v.optional(v.string()), name: v.optional(v.string()) })),
      channel: v.optional(v.object({ id: v.optional(v.string()), name: v.optional(v.string()) })),
    }),
  ),
  locale: v.optional(v.string()),
  entities: v.optional(v.array(v.looseObject({ type: v.optional(v.string()) }))),
  text: v.optional(v.string()),
  action: v.optional(v.string()),
  membersAdded: v.optional(v.array(v.object({ id }))),
  membersRemoved: v.optional(v.array(v.object({ id }))),
  value: v.optional(v.unknown()),
})
export type Activity = v.InferOutput<typeof activityShape>

/** Who speaks, in what language, and where they are answered. */
export interface Turn {
  /** Without a name where Teams doesn't tell it, as when the app has just been installed. */
  me: Person
  /** How they are answered: Swedish where Teams doesn't tell. */
  language: Language
  /** What Teams tells. */
  spoken: Language | undefined
  /** `shared`: others read it too. */
  kind: 'personal' | 'shared'
  conversation: string
  serviceUrl: string
  tenant: string
}

/** The tenants that an activity names, in all the places it may name one. */
export const tenantsOf = ({ conversation, channelData, from }: Activity): string[] =>
  [channelData?.tenant?.id, conversation.tenantId, from.tenantId].filter((tenant) => tenant !== undefined)

/** Nobody when Teams doesn't say who it is from. */
export function turnOf(activity: Activity): Turn | undefined {
  const { from, conversation, serviceUrl } = activity
  const tenant = tenantsOf(activity)[0]
  if (!from.aadObjectId || !tenant) return undefined
  const locale = localeIn(activity)
  return {
    me: { id: from.aadObjectId.toLowerCase(), name: plainName(from.name ?? '') },
    language: localeOf(locale),
    spoken: locale === undefined ? undefined : localeOf(locale),
    // A conversation that doesn't say what it is might be read by others.
    kind: conversation.conversationType === 'personal' ? 'personal' : 'shared',
    conversation: conversation.id,
    serviceUrl,
    tenant,
  }
}

/** The language of the person's Teams, where the activity tells it. */
function localeIn({ locale, entities = [] }: Activity): string | undefined {
  const told = entities.find(({ type }) => type === 'clientInfo')?.['locale']
  return locale ?? (typeof told === 'string' ? told : undefined)
}

/** One line without what hides or turns text. */
export const plainName = (name: string) =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, MOST_NAME)
