/** What else holds the words that are typed: decisions by number, § and wording, and meetings. Read when somebody searches. */
import { use, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { meetings } from '#src/lists/meetings.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { decisionSearch, findMeetings, meetingEntries } from '#src/rules/initiatives/findAnything.ts'
import type { RegisterEntry } from '#src/rules/deciding/register.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { eachBreathing } from '../register/making.ts'
import { useRegister } from '../register/useRegister.ts'
import { useRead } from '../useRead.ts'
import styles from './Found.module.css'

const MOST = 5

export function FoundElsewhere({ text: typed }: { text: string }) {
  const words = useWords()
  use(words.learn('found'))
  const { t, locale } = words
  const { session, today } = useSession()
  // What is typed is seen at once; what is found follows as soon as it can.
  const text = useDeferredValue(typed)
  const { entries, arriving, error } = useRegister(undefined)
  const bodies = useItems(session.data, forums)
  const read = useRead('meetings', readMeetings, isAny)
  const sittings = useMemo(
    () => meetingEntries(read.rows ?? [], bodies, (day) => formatDay(day, locale, today)),
    [read.rows, bodies, locale, today],
  )
  const made = useFound(entries, text)
  const held = useMemo(() => findMeetings(sittings, text, MOST), [sittings, text])
  const isComing = arriving || entries === undefined || read.rows === undefined
  // The initiatives are found all the same, and Möten says what stands in the way.
  if ((error ?? read.error) !== undefined && made.length + held.length === 0) return null
  const isEmpty = made.length + held.length === 0
  return (
    <section className={`${styles.found} no-print`} aria-label={t('found.also')}>
      <p role='status' className={isEmpty ? undefined : 'visually-hidden'}>
        {isEmpty && t(isComing ? 'found.coming' : 'found.none')}
      </p>
      {made.length > 0 && (
        <p>
          <b>{t('found.decisions')}</b>{' '}
          {made.map(({ decision, name }) => (
            <Link key={decision.key} href={`/decisions?key=${encodeURIComponent(decision.key)}`}>
              {[name, decision.title].filter(Boolean).join(' ')}
            </Link>
          ))}{' '}
          <Link href={`/decisions?text=${encodeURIComponent(text.trim())}`}>{t('found.all')}</Link>
        </p>
      )}
      {held.length > 0 && (
        <p>
          <b>{t('found.meetings')}</b>{' '}
          {held.map(({ key, forum, day }) => (
            <Link key={key} href={`/meeting/${encodeURIComponent(key)}`}>
              {forum.title} {formatDay(day, locale, today)}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}

/** A few milliseconds at a time: twenty thousand decisions keep no keystroke waiting. What was found last stays until then. */
function useFound(entries: readonly RegisterEntry[] | undefined, text: string): readonly RegisterEntry[] {
  const [found, setFound] = useState<readonly RegisterEntry[]>([])
  useEffect(() => {
    const asked = { wanted: true }
    const search = decisionSearch(text, MOST)
    void eachBreathing(entries ?? [], search.look, asked).then(() => asked.wanted && setFound(search.found()))
    return () => {
      asked.wanted = false
    }
  }, [entries, text])
  return found
}

const readMeetings = (store: ListReader) => store.all(meetings)
const isAny = () => true
