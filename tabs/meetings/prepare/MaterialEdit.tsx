/** What an item rests on, to fill in: a name, and an address when there is one. */
import type { Link } from '#src/lists/shapes.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'

export function MaterialEdit({
  value,
  change,
}: {
  value: readonly Link[]
  change: (links: Link[] | null) => void
}) {
  const { t } = useWords()
  const put = (index: number, link: Partial<Link>) =>
    change(value.map((other, i) => (i === index ? { ...other, ...link } : other)))
  return (
    <fieldset className={forms.group}>
      <legend>{t('meetings.material')}</legend>
      {value.map(({ name, url = '' }, i) => (
        <div key={i} className={forms.together}>
          <label className={`${forms.field} ${forms.grows}`}>
            {t('agenda.materialName')}
            <input maxLength={255} value={name} onChange={(event) => put(i, { name: event.target.value })} />
          </label>
          <label className={`${forms.field} ${forms.grows}`}>
            {t('agenda.materialUrl')}
            <input
              type='url'
              pattern='https://.*'
              placeholder='https://'
              value={url}
              onChange={(event) => put(i, { url: event.target.value })}
            />
          </label>
          <button
            type='button'
            className={buttons.button}
            aria-label={t('agenda.removeMaterial', { name })}
            onClick={() => {
              const left = value.filter((_, other) => other !== i)
              change(left.length > 0 ? left : null)
            }}
          >
            ✕
          </button>
        </div>
      ))}
      <button type='button' className={buttons.small} onClick={() => change([...value, { name: '' }])}>
        {t('agenda.addMaterial')}
      </button>
    </fieldset>
  )
}
