/** What the axes, the size and the colour of bubbles mean, chosen above them. */
import { measures } from '#src/rules/pictures/bubbles.ts'
import type { SentenceKey } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { type BubbleChoice, mayBeLog } from './choice.ts'
import styles from './Bubbles.module.css'

const fields = [
  { name: 'x', label: 'pictures.axisX', extra: [] },
  { name: 'y', label: 'pictures.axisY', extra: [] },
  { name: 'size', label: 'pictures.size', extra: ['none'] },
  { name: 'colour', label: 'pictures.colour', extra: ['none', 'portfolio'] },
] as const satisfies readonly { name: keyof BubbleChoice; label: SentenceKey; extra: readonly string[] }[]

export function Choices({
  choice,
  change,
}: {
  choice: BubbleChoice
  change: (next: Partial<BubbleChoice>) => void
}) {
  const { t } = useWords()
  return (
    <fieldset className={`${styles.choices} no-print`}>
      <legend className='visually-hidden'>{t('pictures.choices')}</legend>
      {fields.map(({ name, label, extra }) => (
        <label key={name}>
          {t(label)}
          <select
            value={choice[name] ?? 'none'}
            onChange={({ target: { value } }) => change({ [name]: value === 'none' ? undefined : value })}
          >
            {measures.map((measure) => (
              <option key={measure} value={measure}>
                {t(`pictures.measure.${measure}`)}
              </option>
            ))}
            {extra.map((one) => (
              <option key={one} value={one}>
                {t(
                  one === 'portfolio'
                    ? 'pictures.byPortfolio'
                    : name === 'size'
                      ? 'pictures.sameSize'
                      : 'pictures.sameColour',
                )}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['logX', 'logY'] as const).map((name) => {
        const can = mayBeLog(choice[name === 'logX' ? 'x' : 'y'])
        return (
          can && (
            <label key={name} className={styles.check}>
              <input
                type='checkbox'
                checked={choice[name]}
                onChange={({ target }) => change({ [name]: target.checked })}
              />
              {t(`pictures.${name}`)}
            </label>
          )
        )
      })}
    </fieldset>
  )
}
