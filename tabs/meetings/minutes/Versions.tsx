/** Every version that was fixed, with the hash that anyone may compute again: here, or with a tool of their own. */
import { useState } from 'react'
import { paperKinds } from '#src/lists/minutes.ts'
import { sha256 } from '#src/rules/canonical.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { readText, type Version, versionsOf } from './frozen.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

export function Versions({ held }: { held: HeldMeeting }) {
  const { t } = useWords()
  const versions = versionsOf(held.papers)
  if (versions.length === 0) return null
  return (
    <section className={meetings.section} aria-labelledby='minutes-versions'>
      <h2 id='minutes-versions'>{t('minutes.versions')}</h2>
      <p className={meetings.quiet}>{t('minutes.versionsAbout')}</p>
      <ul className={styles.versions}>
        {versions.map((version) => (
          <OneVersion key={version.first.claim} version={version} held={held} />
        ))}
      </ul>
    </section>
  )
}

type Check = { says: 'checking' | 'same' | 'unread' } | { says: 'other'; hash: string }

function OneVersion({ version, held: { meeting } }: { version: Version; held: HeldMeeting }) {
  const words = useWords()
  const { t, locale } = words
  const { session, today } = useSession()
  const [check, setCheck] = useState<Check>()
  const { first, hash } = version
  const isFixed = meeting.state === 'verified' || meeting.state === 'settled'
  const valid = meeting.validVersion ?? (isFixed ? meeting.minutesVersion : undefined)
  const isValid = valid === version.version
  const name = t('minutes.version', {
    kind: words.of(paperKinds, version.kind),
    version: version.version,
  })
  const withText = async (doWith: (text: string) => Promise<Check | undefined>) => {
    try {
      setCheck(await doWith(await readText(session.data.store, version)))
    } catch {
      setCheck({ says: 'unread' })
    }
  }
  return (
    <li>
      <b>{name}</b>
      {isValid && ` · ${t('minutes.valid')}`}
      <span className={meetings.block}>
        {t('minutes.fixedBy', { day: formatDay(first.sentOn, locale, today), name: first.by.name })}
        {first.reason && ` ${t('minutes.because', { reason: first.reason })}`}
      </span>
      <code className={styles.hash}>{hash}</code>
      <div className={forms.actions}>
        <button
          type='button'
          className={buttons.small}
          aria-label={t('minutes.checkThis', { name })}
          disabled={check?.says === 'checking'}
          onClick={() => {
            setCheck({ says: 'checking' })
            void withText(async (text) => {
              const now = await sha256(text)
              return now === hash ? { says: 'same' } : { says: 'other', hash: now }
            })
          }}
        >
          {t('minutes.check')}
        </button>
        <button
          type='button'
          className={buttons.small}
          aria-label={t('minutes.saveThis', { name })}
          onClick={() =>
            void withText((text) => {
              save(text, `${meeting.day} ${name}.json`)
              return Promise.resolve(undefined)
            })
          }
        >
          {t('minutes.saveContent')}
        </button>
        <span role='status'>
          {check &&
            (check.says === 'other'
              ? t('minutes.checkOther', { hash: check.hash })
              : t(`minutesCheck.${check.says}`))}
        </span>
      </div>
    </li>
  )
}

/** The bytes that the hash is of: UTF-8, and nothing around the text. */
function save(text: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
