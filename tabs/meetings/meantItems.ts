/** The items of a meeting as the person means them: with what is on its way to the server, or waits for the net. */
import type { ActionArgs } from '#src/actions/index.ts'
import type { Ref } from '#src/lists/columns.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Asked } from '../queue.ts'

type Of = Pick<Meeting, 'key' | 'title' | 'forum'>

/** `titleOf`: of an initiative, where only its key was sent. Oldest first, as they were meant. */
export const asMeant = (
  items: readonly AgendaItem[],
  queue: readonly Pick<Asked, 'name' | 'args'>[],
  meeting: Of,
  titleOf: (initiative: string) => string,
): readonly AgendaItem[] =>
  queue.reduce((rows, { name, args }) => {
    if (name === 'saveItem') return saved(rows, args as ActionArgs<'saveItem'>, meeting)
    if (name === 'takeUp') return takenUp(rows, args as ActionArgs<'takeUp'>, meeting, titleOf)
    return name === 'orderAgenda' ? ordered(rows, args as ActionArgs<'orderAgenda'>, meeting) : rows
  }, items)

function saved(
  items: readonly AgendaItem[],
  { item: key, meeting: at, values }: ActionArgs<'saveItem'>,
  meeting: Of,
): readonly AgendaItem[] {
  const there = items.find((item) => item.key === key)
  const isHere = at !== undefined && keyOf(at) === meeting.key
  const leaves = values.state === 'backlog' || (at !== undefined && !isHere)
  if (leaves) return items.filter((item) => item !== there)
  if (there) return items.map((item) => (item === there ? written(item, values) : item))
  // Of what stood elsewhere nothing more is known than what was sent.
  return isHere && values.title ? [...items, written(blank(key, meeting), values)] : items
}

/** What is on the agenda already is left as it is. */
function takenUp(
  items: readonly AgendaItem[],
  { meeting: at, items: given }: ActionArgs<'takeUp'>,
  meeting: Of,
  titleOf: (initiative: string) => string,
): readonly AgendaItem[] {
  if (keyOf(at) !== meeting.key) return items
  const isOn = ({ key, state }: AgendaItem) => state !== 'left' && given.some((one) => one.key === key)
  const taken = given
    .filter(({ key }) => !items.some((item) => isOn(item) && item.key === key))
    .map((one) => {
      const { initiative, asks: _, askedBy: __, ...values } = one
      const about =
        initiative && (isRef(initiative) ? initiative : { key: initiative, title: titleOf(initiative) })
      const before = items.find(({ key }) => key === one.key) ?? blank(one.key, meeting)
      return written(before, { ...values, state: 'agenda', ...(about && { initiative: about }) })
    })
  const keys = new Set(taken.map(({ key }) => key))
  return [...items.filter(({ key }) => !keys.has(key)), ...taken]
}

function ordered(
  items: readonly AgendaItem[],
  { meeting: at, items: wanted }: ActionArgs<'orderAgenda'>,
  meeting: Of,
): readonly AgendaItem[] {
  if (keyOf(at) !== meeting.key) return items
  const place = new Map(wanted.map((item, i) => [keyOf(item), i + 1]))
  return items.map((item) => {
    const order = place.get(item.key) ?? wanted.length + (item.order ?? wanted.length)
    return order === item.order ? item : { ...item, order }
  })
}

/** Actions take a key, or the reference that holds it. */
const keyOf = (of: string | Ref) => (isRef(of) ? of.key : of)
const isRef = (of: string | Ref): of is Ref => typeof of !== 'string'

const blank = (key: string, { key: meeting, title, forum }: Of): AgendaItem => ({
  id: '',
  version: '',
  key,
  title: '',
  forum,
  meeting: { key: meeting, title },
  state: 'agenda',
  kind: 'discussion',
  source: 'added',
})

/** `null` empties. */
const written = (item: AgendaItem, values: object): AgendaItem =>
  Object.fromEntries(
    Object.entries({ ...item, ...values }).filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as AgendaItem
