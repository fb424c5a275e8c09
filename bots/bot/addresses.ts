/** Where people and forums' channels are reached: kept when the bot hears from them, taken away when it is removed. */
import type { Day, Ref } from '#src/lists/columns.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import { type Address, type AddressDraft, addresses } from '#src/lists/reminding.ts'
import { isChangedByOther, isDuplicate } from '#src/graph/errors.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import type { Turn } from './activity.ts'

type Store = Pick<ListStore, 'where' | 'all' | 'create' | 'change'>
type Place = Pick<AddressDraft, 'title' | 'person' | 'forum'> & Where
type Where = Required<Pick<AddressDraft, 'conversation' | 'serviceUrl' | 'tenant'>> &
  Pick<AddressDraft, 'language'>

/** Several servers may hear of the same person at once; whoever comes late reads again. */
const ATTEMPTS = 4
/** Of each person: more than anybody writes in the minute that Teams sends something again. */
const MOST_HEARD = 10

export type AddressBook = ReturnType<typeof addressBook>

export function addressBook(store: Store, today: () => Promise<Day>) {
  const rowOf = async (claim: string): Promise<Address | undefined> =>
    (await store.where(addresses, { column: 'claim', value: claim }))[0]

  async function keep(claim: string, place: Place): Promise<Address> {
    for (let tried = 1; ; tried++) {
      const row = await rowOf(claim)
      const day = await today()
      try {
        if (!row) {
          const draft = { ...place, key: claim, claim, state: 'reachable' as const, since: day }
          const { item, existed } = await store.create(addresses, draft)
          if (!existed) return item
        } else {
          const changes = changesOf(row, place, day)
          return changes ? await store.change(addresses, row, changes) : row
        }
      } catch (error) {
        if (tried === ATTEMPTS || !(isChangedByOther(error) || isDuplicate(error))) throw error
      }
    }
  }

  /** Whether it is I who change the row so: of several who would, one does. Nothing to change is for nobody to do. */
  async function claimed(
    row: Address,
    changesFor: (row: Address) => ChangesOf<typeof addresses> | undefined,
  ): Promise<boolean> {
    for (let tried = 1, now: Address | undefined = row; now; tried++) {
      const changes = changesFor(now)
      if (!changes) return false
      try {
        await store.change(addresses, now, changes)
        return true
      } catch (error) {
        if (tried === ATTEMPTS || !isChangedByOther(error)) throw error
        now = await rowOf(row.claim)
      }
    }
    return false
  }

  const take = async (row: Address | undefined): Promise<void> => {
    if (!row || row.state === 'removed') return
    await store.change(addresses, row, { state: 'removed', since: await today() })
  }

  const book = {
    /** The person can be reached in this conversation, which is theirs alone. */
    heard: (turn: Turn): Promise<Address> =>
      keep(turn.me.id, { title: turn.me.name || turn.me.id, person: turn.me, ...whereOf(turn) }),

    /** In the conversation that is known already: a card may also be seen in others, where the bot isn't. */
    async heardAgain(turn: Turn): Promise<void> {
      const row = await rowOf(turn.me.id)
      if (row?.conversation === turn.conversation) await book.heard(turn)
    },

    /** What is told to the forum is told in this channel. */
    channelOf: (forum: Ref, turn: Turn): Promise<Address> =>
      keep(`forum/${forum.key}`, { title: forum.title, forum, ...whereOf(turn) }),

    /** Whether it is I who welcome them: once, whoever asks and however often. */
    claimWelcome: (row: Address): Promise<boolean> =>
      claimed(row, ({ welcomed }) => (welcomed ? undefined : { welcomed: true })),

    /** Whether it is I who answer what they have written. Somebody without a chat of their own has no row to note it in. */
    async claimMessage(turn: Turn, message: string): Promise<boolean> {
      const row = turn.kind === 'personal' ? await book.heard(turn) : await rowOf(turn.me.id)
      if (!row) return true
      return claimed(row, ({ heard = [] }) =>
        heard.includes(message) ? undefined : { heard: [...heard, message].slice(-MOST_HEARD) },
      )
    },

    /** The channel is reached in another way than before. */
    async channelHeard({ conversation, ...turn }: Turn): Promise<void> {
      const known = (await store.all(addresses)).filter((row) => isIn(row, conversation))
      for (const { claim, title, forum } of known)
        if (forum) await keep(claim, { title, forum, ...whereOf({ ...turn, conversation }) })
    },

    /** The app has been taken away from the person. */
    async left({ me }: Turn): Promise<void> {
      await take(await rowOf(me.id))
    },

    /** The app has been taken away from where these channels are. */
    async leftChannel(conversation: string): Promise<void> {
      for (const row of await store.all(addresses)) if (isIn(row, conversation)) await take(row)
    },

    /** The forums that this channel is for. */
    async forumsIn(conversation: string): Promise<Ref[]> {
      const rows = await store.all(addresses)
      return rows.flatMap((row) =>
        row.forum && isIn(row, conversation) && row.state === 'reachable' ? [row.forum] : [],
      )
    },
  }
  return book
}

const isIn = (row: Address, conversation: string) =>
  row.forum !== undefined && row.conversation === conversation

const whereOf = ({ conversation, serviceUrl, tenant, spoken }: Turn): Where => ({
  conversation,
  serviceUrl,
  tenant,
  ...(spoken && { language: spoken }),
})

/** What the row must change to, when it says something else. A name that is known is kept. */
function changesOf(row: Address, place: Place, day: Day): ChangesOf<typeof addresses> | undefined {
  const { title, person, forum: _forum, ...where } = place
  const named = title !== row.title && title !== row.claim ? { title, ...(person && { person }) } : {}
  const wanted = { ...where, ...named, state: 'reachable' as const }
  const isSame = Object.entries(wanted).every(
    ([column, value]) => column === 'person' || row[column as keyof typeof wanted] === value,
  )
  if (isSame) return undefined
  const isBack = row.state !== 'reachable'
  return { ...wanted, lastError: null, ...(isBack && { since: day }) }
}
