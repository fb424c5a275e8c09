/** The part of a meeting's page where it is held: who is there, item by item, never leaving the keyboard. */
import { use, useCallback, useEffect, useMemo, useRef } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { meetings } from '#src/lists/meetings.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { isDraft, itemFaults } from '#src/rules/meetings/meetingState.ts'
import { useWords } from '../../language.ts'
import { useRead } from '../../ui/useRead.ts'
import { AgendaAsRead } from '../AgendaAsRead.tsx'
import type { HeldMeeting } from '../useMeeting.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import { Verifiers } from '../Verifiers.tsx'
import { AgendaNav } from './AgendaNav.tsx'
import { Attendance } from './Attendance.tsx'
import { ItemView, type Writing } from './ItemView.tsx'
import { MeetingBar } from './MeetingBar.tsx'
import { useAttendance } from './useAttendance.ts'
import { type HoldChords, useHoldKeys } from './useHoldKeys.ts'
import { useItemTimes } from './useItemTimes.ts'
import { useKept } from '../useKept.ts'
import { NotesContext, useNotesOf } from './useNotes.ts'
import styles from './Hold.module.css'

export function HoldPart({ held }: { held: HeldMeeting }) {
  const words = useWords()
  use(words.learn('holding'))
  const { t } = words
  const { meeting, items, complete } = held
  if (!complete) return <p role='status'>{t('meetings.loading')}</p>
  if (!isDraft(meeting))
    return (
      <>
        <p>
          {t('holding.isOver')}{' '}
          <Link className={styles.link} href={`/meeting/${encodeURIComponent(meeting.key)}?part=minutes`}>
            {t('holding.toMinutes')}
          </Link>
        </p>
        <AgendaAsRead items={items} />
      </>
    )
  return <Held key={meeting.key} held={held} />
}

function Held({ held }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { meeting, forum, items } = held
  const notes = useNotesOf(meeting.key, items)
  const attendance = useAttendance(held)
  const hold = useMayInMeeting('hold', forum, meeting)
  const decideIn = useMayInMeeting('decideIn', forum, meeting)
  const isBetween = meeting.kind === 'between'
  const isUnderWay = meeting.state === 'open' || meeting.state === 'held' || isBetween
  const asked = new URLSearchParams(useSearch()).get('item')
  const [path, navigate] = useLocation()
  // Whoever comes back to a meeting that goes on, is where they were.
  const [left, keepPlace] = useKept<string>(`at/${meeting.key}`)
  const wanted = asked ?? (meeting.state === 'open' ? left : undefined)
  const current = items.find(({ key }) => key === wanted) ?? items[0]
  const shown = current?.key
  const at = current ? items.indexOf(current) : -1
  const times = useItemTimes(meeting.key, current?.key, meeting.state === 'open')
  const nextMeeting = useNextMeeting(held)
  const title = useRef<HTMLHeadingElement>(null)
  const view = useRef<HTMLDivElement>(null)
  /** The item that the person asked to go to. */
  const landing = useRef<string>(undefined)

  const go = useCallback(
    (key: string | undefined, land = true) => {
      if (key === undefined) return
      if (land) landing.current = key
      keepPlace(key)
      navigate(`${path}?${new URLSearchParams({ part: 'hold', item: key })}`, { replace: true })
    },
    [navigate, path, keepPlace],
  )
  const chords = useMemo<HoldChords>(() => {
    const to = (selector: string) => {
      const place = view.current?.querySelector<HTMLElement>(selector)
      // Not at the edge: the foot of the page lies over it.
      place?.scrollIntoView({ block: 'center' })
      place?.focus({ preventScroll: true })
    }
    return {
      next: () => go(items[at + 1]?.key),
      previous: () => go(items[at - 1]?.key),
      decision: () => {
        const form = document.activeElement?.closest('[data-part=decision]')
        const record = form?.querySelector<HTMLElement>('[data-part=record]')
        if (record) record.click()
        else to('[data-part=outcome], [data-part=decision] button')
      },
      action: () => to('[data-part=action]'),
      notes: () => to('[data-note=notes]'),
    }
  }, [go, items, at])
  useHoldKeys(chords)
  // The next item begins where one writes.
  useEffect(() => {
    if (landing.current === undefined || landing.current !== shown) return
    landing.current = undefined
    const field = view.current?.querySelector<HTMLElement>('[data-note=notes]')
    title.current?.scrollIntoView({ block: 'nearest' })
    ;(hold ? field : title.current)?.focus({ preventScroll: true })
  }, [shown, hold])

  const isLocked = current !== undefined && itemFaults(current, meeting, held.verifications).length > 0
  const writing: Writing = {
    hold: hold && !isLocked,
    decide: isUnderWay && !isLocked && (decideIn || isBetween),
    whyNot: isLocked
      ? t('holding.itemLocked')
      : !isUnderWay
        ? t('holding.notOpenYet')
        : t('holding.onlyThey', {
            who: [meeting.chair ?? forum?.chair, meeting.secretary ?? forum?.secretary]
              .flatMap((person) => person?.name ?? [])
              .join(', '),
          }),
  }
  const spentMs = Object.values(times).reduce((sum, ms) => sum + ms, 0)
  return (
    <NotesContext value={notes}>
      <div ref={view} className={styles.hold}>
        <MeetingBar held={held} mayHold={hold} spentMs={spentMs} />
        {!hold && <p className={styles.quiet}>{t('holding.readOnly')}</p>}
        {!isBetween && <Attendance {...attendance} mayWrite={hold} />}
        <Verifiers held={held} />
        {current ? (
          <div className={styles.columns}>
            <AgendaNav items={items} current={current} go={go} />
            <ItemView
              key={current.key}
              held={held}
              item={current}
              number={at + 1}
              attending={attendance.attending}
              writing={writing}
              spentMs={times[current.key] ?? 0}
              nextMeeting={nextMeeting}
              title={title}
            />
          </div>
        ) : (
          <p>{t('meetings.noItems')}</p>
        )}
      </div>
    </NotesContext>
  )
}

/** For who says that something is to be done by the next meeting. */
function useNextMeeting({ meeting }: HeldMeeting): string | undefined {
  const { key, day } = meeting
  const forum = meeting.forum.key
  const { rows } = useRead(
    'meetings',
    useCallback((store: ListReader) => store.where(meetings, { column: 'forum', value: forum }), [forum]),
    useCallback((row) => row.forum.key === forum, [forum]),
  )
  return rows
    ?.filter((row) => row.key !== key && row.state !== 'cancelled' && row.day > day)
    .map((row) => row.day)
    .toSorted()[0]
}
