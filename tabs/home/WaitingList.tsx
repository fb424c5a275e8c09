/** Each thing that waits on a line: what it is, why it waits, for how long, and the one thing to do. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Waiting } from '#src/rules/reminding/waiting.ts'
import { formatDay, formatList, formatMonth } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { addressOf } from './kinds.ts'
import { MoreButton } from './MoreButton.tsx'
import { useInPlace } from './useInPlace.ts'
import styles from './Home.module.css'

const MOST_SHOWN = 10
/** So many lacks are named; a longer list is read where they are filled in. */
const MOST_NAMED = 3

export function WaitingList({ waiting: found }: { waiting: readonly Waiting[] }) {
  const waiting = useInPlace(found)
  const words = useWords()
  const { t, locale, word } = words
  const { today } = useSession()
  const [all, setAll] = useState(false)
  return (
    <>
      <ol className={styles.lines}>
        {waiting.slice(0, all ? undefined : MOST_SHOWN).map((line) => {
          const { kind, initiative, days, stalled } = line
          const since = initiative.stageSince
          return (
            <li key={initiative.key} className={styles.line}>
              <div className={styles.what}>
                <span className={styles.name}>{initiative.title}</span>{' '}
                <span className={styles.quiet}>{initiative.number}</span>
                <div>{reasonOf(line, words, today)}</div>
                <div className={styles.quiet}>
                  {since
                    ? t('home.age', {
                        stage: word('stages', initiative.stage),
                        day: formatDay(since, locale, today),
                      })
                    : word('stages', initiative.stage)}
                  {days !== undefined && ` · ${daysText(days, words)}`}
                  {stalled && <b> · ▲ {t('home.stalled')}</b>}
                </div>
              </div>
              <Link href={addressOf(line)} className={styles.act}>
                {t(`homeDo.${kind}`)}
                <span className='visually-hidden'> {initiative.title}</span>
              </Link>
            </li>
          )
        })}
      </ol>
      <MoreButton count={waiting.length} most={MOST_SHOWN} all={all} change={setAll} />
    </>
  )
}

function reasonOf(line: Waiting, words: Words, today: Day): string {
  const { kind, gate, missing, party, actingFor, raised, item, month } = line
  const { t, word, locale } = words
  const named = missing.slice(0, missing.length > MOST_NAMED + 1 ? MOST_NAMED : undefined)
  const rest = missing.length - named.length
  const needs = [
    ...named.map((need) => t(`need.${need}`)),
    ...(rest > 0 ? [t('home.more', { count: rest })] : []),
  ]
  const gateWord = word('decisionMatters', gate)
  const lacks = { gate: gateWord, needs: formatList(needs, locale) }
  return [
    t(`homeReason.${kind}`, {
      ...lacks,
      month: month ? formatMonth(month, locale) : '',
      ...raisedWords(raised, words, today),
      ...(item && { forum: item.forum.title, day: formatDay(item.decidedOn, locale, today) }),
    }),
    ...(kind === 'raised' && raised?.grounds ? [t('home.grounds', { grounds: raised.grounds })] : []),
    ...(kind === 'raised' && missing.length > 0 ? [t('homeReason.prepare', lacks)] : []),
    ...(party ? [t('home.forParty', { party: party.title })] : []),
    ...(actingFor ? [t('home.actingFor', { who: actingFor.name })] : []),
  ].join(' ')
}

const raisedWords = (raised: Decision | undefined, { locale }: Words, today: Day) => ({
  who: raised?.decidedBy.name ?? '',
  forum: raised?.raisedTo?.title ?? '',
  day: raised ? formatDay(raised.decidedOn, locale, today) : '',
})

const daysText = (days: number, { t }: Words) => (days === 0 ? t('home.today') : t('home.days', { days }))
