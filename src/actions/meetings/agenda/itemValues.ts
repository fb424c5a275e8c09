/** What people write of an item on an agenda, checked, with references as they are called today. */
import type { AgendaItem } from '#src/lists/meetings.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { areLinks, isObject, isText } from '#src/lists/shapes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Place, refsTo } from '../place.ts'

type Values = Record<string, unknown>

const keyIn = (value: unknown) =>
  isText(value) ? value : isObject(value) && isText(value.key) ? value.key : undefined

/** The keys of the initiatives that the values name. */
export const initiativesIn = ({ initiative, also }: Values): string[] =>
  [initiative, ...(Array.isArray(also) ? also : [])].flatMap((value) => keyIn(value) ?? [])

/** The values with whole references. Throws Refused for an initiative that may not be named, and for links that lead nowhere. */
export function itemValues(values: Values, place: Place): Values {
  const { initiative, also, material } = values
  if (material !== undefined && material !== null && !(areLinks(material) && material.every(isSafe)))
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'material', problem: 'wrongKind' }],
      of: agendaItems.name,
    })
  const [about] = isText(keyIn(initiative)) ? refsTo([keyIn(initiative) as string], place) : []
  return {
    ...values,
    ...(about && { initiative: about }),
    ...(Array.isArray(also) && { also: refsTo(initiativesIn({ also }), place) }),
  }
}

/** Shown as a link in a page: nothing that a browser would run. */
const isSafe = ({ url }: NonNullable<AgendaItem['material']>[number]) =>
  url === undefined || /^https:\/\/\S+$/.test(url)

/** The place after the last on the agenda. */
export const nextOrder = (items: readonly Pick<AgendaItem, 'order'>[]) =>
  1 + Math.max(0, ...items.map(({ order = 0 }) => order))
