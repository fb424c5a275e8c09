/** What each of several authorities decided at an item, and what it comes to. */
import type { MinutesVoice } from '#src/rules/meetings/minutesItems.ts'
import { roundOf } from '#src/rules/meetings/voices.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { withTitle } from './ActionList.tsx'
import styles from './Minutes.module.css'

export function Voices({ voices }: { voices: readonly MinutesVoice[] }) {
  const { t, word, locale } = useWords()
  const round = roundOf(voices)
  const behind = voices.filter(({ says }) => says === 'endorses')
  const parties = voices.filter(({ says }) => says !== 'endorses')
  return (
    <>
      {behind.map(({ party, by }) => (
        <p key={party.key} className={styles.quiet}>
          {t('minutes.voice.endorses', { party: party.title, name: by?.name ?? '' })}
        </p>
      ))}
      {round && (
        <>
          <h5 className={styles.voicesTitle}>{t('minutes.voice.voices')}</h5>
          <ul className={styles.voices}>
            {parties.map(({ party, by, says, wording, caseNumber }) => (
              <li key={party.key}>
                <b>{party.title}:</b>{' '}
                {says && says !== 'endorses' ? word('outcomes', says) : t('minutes.voice.silent')}
                {by && ` · ${withTitle(by)}`}
                {caseNumber && ` · ${caseNumber}`}
                {wording && <p className={styles.prose}>{wording}</p>}
              </li>
            ))}
          </ul>
          <p>
            {round.state === 'agreed' && t('minutes.voice.agreed')}
            {round.state === 'refused' && t('minutes.voice.notAgreed')}
            {round.state === 'open' &&
              t('minutes.voice.awaits', {
                who: formatList(
                  round.waiting.map(({ title }) => title),
                  locale,
                ),
              })}
          </p>
        </>
      )}
    </>
  )
}
