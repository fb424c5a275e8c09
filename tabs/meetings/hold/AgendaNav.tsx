/** The agenda to go by: a list beside the item, and where there is no room a picker above it. */
import { type AgendaItem, itemOutcomes } from '#src/lists/meetings.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from './Hold.module.css'

export function AgendaNav({
  items,
  current,
  go,
}: {
  items: readonly AgendaItem[]
  current: AgendaItem
  /** `land`: to where one writes. Choosing in the picker leaves the keyboard there: the arrows choose on. */
  go: (key: string, land?: boolean) => void
}) {
  const words = useWords()
  const { t } = words
  const at = items.findIndex(({ key }) => key === current.key)
  const outcomeOf = ({ outcome }: AgendaItem) => (outcome ? words.of(itemOutcomes, outcome) : undefined)
  return (
    <nav className={styles.nav} aria-label={t('holding.agenda')}>
      <ol className={styles.list}>
        {items.map((item, index) => (
          <li key={item.key}>
            <button
              type='button'
              aria-current={item.key === current.key ? 'step' : undefined}
              onClick={() => go(item.key)}
            >
              <span className={styles.number}>{index + 1}</span>
              <span>
                {item.title}
                <span className={styles.quiet}>
                  {[
                    item.minutes !== undefined && t('meetings.minutesLong', { minutes: item.minutes }),
                    outcomeOf(item) && `✓ ${outcomeOf(item)}`,
                  ]
                    .filter(Boolean)
                    .map((said) => ` ${said}`)
                    .join(' ·')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.picker}>
        <select
          aria-label={t('holding.item')}
          value={current.key}
          onChange={(event) => go(event.target.value, false)}
        >
          {items.map((item, index) => (
            <option key={item.key} value={item.key}>
              {item.outcome ? '✓ ' : ''}
              {index + 1}. {item.title}
            </option>
          ))}
        </select>
        <div className={styles.steps}>
          <button
            type='button'
            className={buttons.small}
            disabled={at <= 0}
            onClick={() => go(items[at - 1]?.key ?? current.key)}
          >
            <span aria-hidden='true'>◂</span>
            <span className='visually-hidden'>{t('holding.previous')}</span>
          </button>
          <span className={styles.quiet}>{t('holding.itemOf', { at: at + 1, all: items.length })}</span>
          <button
            type='button'
            className={buttons.small}
            disabled={at >= items.length - 1}
            onClick={() => go(items[at + 1]?.key ?? current.key)}
          >
            <span aria-hidden='true'>▸</span>
            <span className='visually-hidden'>{t('holding.next')}</span>
          </button>
        </div>
      </div>
    </nav>
  )
}
