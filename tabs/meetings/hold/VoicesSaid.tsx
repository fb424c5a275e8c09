/** What each authority has decided at an item, as it was recorded, and what it comes to. */
import type { Voice } from '#src/lists/voices.ts'
import { isGiven, roundOf } from '#src/rules/meetings/voices.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import styles from './Hold.module.css'

export function VoicesSaid({ voices }: { voices: readonly Voice[] }) {
  const { t, word, locale } = useWords()
  const round = roundOf(voices)
  return (
    <>
      <ul className={styles.voices}>
        {voices.map((voice) => {
          const { party, says, by, wording, caseNumber, decision } = voice
          if (says === 'endorses')
            return (
              <li key={`endorses/${party.key}`}>
                {t('holding.endorsed', { party: party.title, name: by?.name ?? '' })}
              </li>
            )
          const said = [
            says ? word('outcomes', says) : t('holding.voiceSilent'),
            by?.name,
            decision?.title,
            caseNumber,
          ]
          return (
            <li key={party.key}>
              {isGiven(voice) ? '✓' : '○'} <b>{party.title}</b>: {said.filter(Boolean).join(' · ')}
              {wording && <p className={styles.wording}>{wording}</p>}
            </li>
          )
        })}
      </ul>
      {round && (
        <p>
          {round.state === 'agreed' && t('holding.roundAgreed')}
          {round.state === 'refused' && `▲ ${t('holding.roundRefused')}`}
          {round.state === 'open' &&
            t('holding.roundOpen', {
              who: formatList(
                round.waiting.map(({ title }) => title),
                locale,
              ),
            })}
        </p>
      )}
    </>
  )
}
