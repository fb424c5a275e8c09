/** The minutes as they would read now, with the numbers their items would get. */
import { useEffect, useMemo, useState } from 'react'
import { meetings } from '#src/lists/meetings.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import { people, units } from '#src/lists/organisation.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { isDraft } from '#src/rules/meetings/meetingState.ts'
import {
  type MinutesParts,
  type MinutesPicture,
  minutesPicture,
  provisionalParagraphs,
} from '#src/rules/minutes.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import type { HeldMeeting } from '../useMeeting.ts'

export interface Draft {
  picture: MinutesPicture
  /** Items whose number isn't theirs yet. */
  provisional: ReadonlySet<string>
}

/** `undefined` until the forum is known. Numbers and the next meeting come when they have been read. */
export function useDraft(held: HeldMeeting): Draft | undefined {
  const { session, today } = useSession()
  const unitRows = useItems(session.data, units)
  const peopleRows = useItems(session.data, people)
  const around = useAround(held)
  const { meeting, forum, items, attendance, actions, paragraphs: given } = held
  return useMemo(() => {
    if (!forum) return undefined
    const last = around && Math.max(0, ...around.given.map(({ number }) => number))
    const numbers =
      meeting.minutesKind === 'notes'
        ? []
        : last === undefined
          ? given.map(({ item, number }) => ({ item, number, provisional: false }))
          : provisionalParagraphs(items, given, last)
    const picture = minutesPicture({
      meeting,
      forum,
      tree: treeOf(unitRows),
      items,
      attendance,
      actions,
      people: peopleRows,
      paragraphs: numbers,
      ...(around?.next && { next: around.next }),
      version: (meeting.minutesVersion ?? 0) + 1,
      today,
    })
    const provisional = new Set(numbers.flatMap(({ item, provisional: is }) => (is ? [item.key] : [])))
    return { picture, provisional }
  }, [meeting, forum, items, attendance, actions, given, unitRows, peopleRows, around, today])
}

interface Around {
  given: readonly Paragraph[]
  next?: NonNullable<MinutesParts['next']>
}

/** What the forum has numbered this year, and when it meets next; only a draft asks. Without it the draft reads all the same. */
function useAround({ meeting }: HeldMeeting): Around | undefined {
  const { session } = useSession()
  const { store } = session.data
  const [around, setAround] = useState<Around>()
  const { key, day } = meeting
  const forum = meeting.forum.key
  const isWanted = isDraft(meeting)
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    Promise.all([
      store.startingWith(paragraphs, { column: 'claim', value: `${forum}/${yearOf(day)}/` }),
      store.where(meetings, { column: 'forum', value: forum }),
    ]).then(
      ([given, rows]) => {
        const [next] = rows
          .filter((row) => row.day > day && row.key !== key && row.state !== 'cancelled' && !row.archived)
          .sort((one, other) => (one.day < other.day ? -1 : 1))
        if (isCurrent) setAround({ given, ...(next && { next }) })
      },
      () => {
        if (isCurrent) setAround(undefined)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [store, forum, day, key, isWanted])
  return around
}
