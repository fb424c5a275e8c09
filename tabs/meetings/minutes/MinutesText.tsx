/** The minutes as they read: whose, who was there, each item with its decision, and what follows. */
import type { ReactNode } from 'react'
import { capacities } from '#src/lists/meetings.ts'
import type { MinutesPicture, MinutesPresent } from '#src/rules/minutes.ts'
import { formatTimes, formatWeekday } from '#src/text/formatTime.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { ActionList, withTitle } from './ActionList.tsx'
import { Correction } from './Correction.tsx'
import { ExtractButton } from './ExtractButton.tsx'
import { ItemText } from './ItemText.tsx'
import styles from './Minutes.module.css'

export function MinutesText({
  picture,
  provisional,
  extracts,
}: {
  picture: MinutesPicture
  /** Items whose number isn't theirs yet. */
  provisional?: ReadonlySet<string> | undefined
  /** Fixed minutes: an extract of each item can be had. */
  extracts?: HeldMeeting | undefined
}) {
  const words = useWords()
  const { t } = words
  const { absent, items, actions, appendices, sentTo } = picture
  return (
    <section className={styles.paper} aria-labelledby='minutes-text'>
      <h2 id='minutes-text'>{t(picture.kind === 'protocol' ? 'minutes.protocol' : 'minutes.notesTitle')}</h2>
      {provisional && provisional.size > 0 && <p className={styles.quiet}>{t('minutes.provisional')}</p>}
      <Correction picture={picture} />
      <Facts picture={picture} />
      <h3>{t('minutes.present')}</h3>
      {picture.present.length > 0 ? (
        <ul className={styles.names}>
          {picture.present.map((row) => (
            <li key={row.person.id}>{presentText(row, words)}</li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{t('minutes.nobodyNoted')}</p>
      )}
      {absent.length > 0 && (
        <>
          <h3>{t('minutes.absent')}</h3>
          <ul className={styles.names}>
            {absent.map(({ person }) => (
              <li key={person.id}>{withTitle(person)}</li>
            ))}
          </ul>
        </>
      )}
      {items.length === 0 && <p className={styles.quiet}>{t('minutes.noItems')}</p>}
      {items.map((item) => (
        <ItemText
          key={item.key}
          item={item}
          picture={picture}
          isProvisional={provisional?.has(item.key) ?? false}
          tools={extracts && <ExtractButton held={extracts} item={item} version={picture.version} />}
        />
      ))}
      {actions.length > 0 && (
        <>
          <h3>{t('minutes.otherActions')}</h3>
          <ActionList actions={actions} />
        </>
      )}
      {appendices.length > 0 && (
        <>
          <h3>{t('minutes.appendices')}</h3>
          <ol className={styles.names}>
            {appendices.map(({ number, name, url }) => (
              <li key={number}>{url ? <a href={url}>{name}</a> : name}</li>
            ))}
          </ol>
        </>
      )}
      {sentTo.length > 0 && (
        <>
          <h3>{t('minutes.sentToThose')}</h3>
          <ul className={styles.names}>
            {sentTo.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Facts({ picture }: { picture: MinutesPicture }) {
  const words = useWords()
  const { t, locale } = words
  const { meeting, next } = picture
  // Minutes are read in other years than their own.
  const day = (of: string) => formatWeekday(of, locale, { long: true })
  const numbers = picture.items.flatMap(({ paragraph }) => paragraph ?? [])
  return (
    <dl className={styles.facts}>
      <Fact name={t('minutes.organisation')}>{picture.organisation.join(', ')}</Fact>
      <Fact name={t('minutes.when')}>
        {[day(meeting.day), formatTimes(meeting.start, meeting.end, locale)].filter(Boolean).join(', ')}
      </Fact>
      <Fact name={t('minutes.where')}>
        {meeting.kind === 'between' ? t('minutes.between') : meeting.place}
      </Fact>
      <Fact name={t('minutes.chair')}>{picture.chair && withTitle(picture.chair)}</Fact>
      <Fact name={t('minutes.secretary')}>{picture.secretary && withTitle(picture.secretary)}</Fact>
      <Fact name={t('minutes.verifiers')}>
        {picture.verification && picture.verifiers.map(({ name }) => name).join(', ')}
      </Fact>
      <Fact name={t('minutes.caseNumber')}>{picture.caseNumber}</Fact>
      <Fact name={t('minutes.informationClass')}>
        {picture.informationClass && words.word('informationClasses', picture.informationClass)}
      </Fact>
      <Fact name={t('minutes.paragraphs')}>
        {numbers.length > 1 && t('minutes.range', { from: Math.min(...numbers), to: Math.max(...numbers) })}
      </Fact>
      <Fact name={t('minutes.next')}>
        {next && [day(next.day), formatTimes(next.start, undefined, locale)].filter(Boolean).join(', ')}
      </Fact>
    </dl>
  )
}

/** Nothing where there is nothing to say. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null
}

/** `Anna Ek, avdelningschef · ordförande · § 12`. */
function presentText(
  { person, capacity, part, standsInFor }: MinutesPresent,
  words: ReturnType<typeof useWords>,
) {
  return [
    withTitle(person),
    words.of(capacities, capacity),
    standsInFor && words.t('minutes.standsInFor', { name: standsInFor.name }),
    part,
  ]
    .filter(Boolean)
    .join(' · ')
}
