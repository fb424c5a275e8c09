/** The items of every agenda, to fill in: first on it or last, in their order. */
import type { StandingItem } from '#src/lists/forumTemplates.ts'
import { type ItemKind, itemKinds } from '#src/lists/meetings.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

export function StandingEdit({
  value,
  change,
}: {
  value: readonly StandingItem[]
  change: (items: StandingItem[]) => void
}) {
  const words = useWords()
  const { t } = words
  const put = (index: number, values: Partial<StandingItem>) =>
    change(value.map((item, i) => (i === index ? { ...item, ...values } : item)))
  const swap = (index: number) => {
    const next = [...value]
    next.splice(index - 1, 2, ...value.slice(index - 1, index + 1).toReversed())
    change(next)
  }
  return (
    <fieldset className={forms.group}>
      <legend>{t('forum.standing')}</legend>
      <ol className={forms.standing}>
        {value.map((item, i) => (
          <li key={i} className={forms.together}>
            <label className={`${forms.field} ${forms.grows}`}>
              {t('forum.itemTitle')}
              <input
                required
                maxLength={255}
                value={item.title}
                onChange={(event) => put(i, { title: event.target.value })}
              />
            </label>
            <label className={forms.field}>
              {t('forum.itemKind')}
              <select
                value={item.kind}
                onChange={(event) => put(i, { kind: event.target.value as ItemKind })}
              >
                {(Object.keys(itemKinds) as ItemKind[]).map((kind) => (
                  <option key={kind} value={kind}>
                    {words.of(itemKinds, kind)}
                  </option>
                ))}
              </select>
            </label>
            <label className={forms.field}>
              {t('forum.itemMinutes')}
              <input
                type='number'
                min={0}
                max={480}
                value={item.minutes}
                onChange={(event) => put(i, { minutes: Number(event.target.value) })}
              />
            </label>
            <label className={forms.field}>
              {t('forum.itemPlace')}
              <select
                value={item.place}
                onChange={(event) => put(i, { place: event.target.value as StandingItem['place'] })}
              >
                <option value='first'>{t('forum.placeFirst')}</option>
                <option value='last'>{t('forum.placeLast')}</option>
              </select>
            </label>
            <span className={styles.rowTools}>
              <button
                type='button'
                className={buttons.small}
                disabled={i === 0}
                aria-label={t('forum.upItem', { title: item.title })}
                onClick={() => swap(i)}
              >
                ↑
              </button>
              <button
                type='button'
                className={buttons.small}
                aria-label={t('forum.removeItem', { title: item.title })}
                onClick={() => change(value.filter((_, other) => other !== i))}
              >
                ✕
              </button>
            </span>
          </li>
        ))}
      </ol>
      <button
        type='button'
        className={buttons.button}
        onClick={() => change([...value, { title: '', kind: 'formal', minutes: 5, place: 'last' }])}
      >
        {t('forum.addStanding')}
      </button>
    </fieldset>
  )
}
